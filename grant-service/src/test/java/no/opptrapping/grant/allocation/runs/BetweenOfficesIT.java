package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.frames.MoveFrames;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.junit.jupiter.api.Test;

/** A municipality comes to another office when one has decided: neither takes of the other's frame. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class BetweenOfficesIT extends OfficeStory {
    private static final LocalDate MOVED = LocalDate.of(2025, 4, 1);

    private String call;
    private String first;
    private String second;
    private String third;
    private String run;

    @Inject
    MoveFrames moveFrames;

    BetweenOfficesIT() {
        super("93", "94");
    }

    /** The north has 500 000 for three who are due 900 000; the south has decided that nobody of its own applied. */
    private void theNorthHasDecided() {
        framed(500_000, 1_000_000);
        var one = world.foundedIn(inNorth, "Nordvik");
        var two = world.foundedIn(inNorth, "Nordnes");
        var three = world.foundedIn(inNorth, "Nordøy");
        var other = world.foundedIn(inSouth, "Sørvik");
        publish();
        call = announced();
        first = submitted(one, call, 100, 1);
        second = submitted(two, call, 100, 1);
        third = submitted(three, call, 100, 1);
        var others = submitted(other, call, 100, 1);
        assessedBy(inNorth, first, 350_000, 1);
        assessedBy(inNorth, second, 300_000, 2);
        assessedBy(inNorth, third, 250_000, 3);
        assessedBy(inSouth, others, 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        run = made(inNorth, call, north);
        adopt(decider(inNorth), run).statusCode(201);
        adopt(decider(inSouth), made(inSouth, call, south)).statusCode(201);
        var award = world.as(one).get("/v1/awards?year=2025").jsonPath().getString("items[0].id");
        post(
                        world.as(one),
                        "/v1/awards/" + award + "/declination",
                        Map.of("declinedBy", "Kari Nordmann", "reason", "Vi rekker det ikke."))
                .statusCode(201);
        unused(north, 350_000);
        unused(south, 600_000);
    }

    private ValidatableResponse offers(String county, String application) {
        return post(maker(county), "/v1/calls/" + call + "/reserve-offers", Map.of("applicationId", application));
    }

    private ValidatableResponse approve(String county, String offer) {
        return post(decider(county), "/v1/reserve-offers/" + offer + "/approval", Map.of());
    }

    @Test
    void anotherOfficeDoesNotIncreaseAnAwardOfAFrameThatIsNotItsOwn() {
        theNorthHasDecided();
        theNorthsCountyComesToTheSouth(MOVED);
        var offer = offers(inSouth, second).statusCode(201).extract().<String>path("id");
        approve(inSouth, offer).statusCode(422).body("errors.code", contains("award.change-of-another-frame"));
        unused(north, 350_000);
        unused(south, 600_000);
    }

    @Test
    void anOfficeDoesNotIncreaseAnAwardOfAMunicipalityThatHasLeftIt() {
        theNorthHasDecided();
        var offer = offers(inNorth, second).statusCode(201).extract().<String>path("id");
        nothingWaitsForTheDirectorate();
        theNorthsCountyComesToTheSouth(MOVED);
        post(
                        world.asCountyGovernor("decider-" + inNorth, ELSEWHERE),
                        "/v1/reserve-offers/" + offer + "/approval",
                        Map.of())
                .statusCode(422)
                .body("errors.code", contains("award.change-of-another-office"));
        unused(north, 350_000);
        unused(south, 600_000);
    }

    @Test
    void whatComesToAnOfficeThatHasDecidedIsDecidedByItAgain() throws Exception {
        framed(500_000, 1_000_000);
        var one = world.foundedIn(inNorth, "Nordvik");
        var other = world.foundedIn(inSouth, "Sørvik");
        publish();
        call = announced();
        first = submitted(one, call, 100, 1);
        second = submitted(other, call, 100, 1);
        assessedBy(inNorth, first, 350_000, 1);
        assessedBy(inSouth, second, 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var decides = made(inSouth, call, south);
        var another = made(inSouth, call, south);
        adopt(decider(inSouth), decides).statusCode(201);
        adopt(decider(inSouth), another).statusCode(409).body("type", endsWith("allocation.call-already-decided"));
        theNorthsCountyComesToTheSouth(MOVED);
        var again = List.of(made(inSouth, call, south), made(inSouth, call, south));
        var statuses = new ArrayList<Integer>();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var answer : people.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> post(
                                    decider(inSouth),
                                    "/v1/allocation-runs/" + again.get(i % 2) + "/adoption",
                                    Map.of("confirmRepeated", true))
                            .extract()
                            .statusCode())
                    .toList())) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409);
        world.as(one).get("/v1/applications/" + first).then().body("awarded", equalTo(350_000));
        world.as(other).get("/v1/applications/" + second).then().body("awarded", equalTo(400_000));
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
        unused(north, 500_000);
        unused(south, 250_000);
    }

    @Test
    void theSuccessorOfAnOfficeDecidesWhatItHasOffered() {
        theNorthHasDecided();
        var offer = offers(inNorth, second).statusCode(201).extract().<String>path("id");
        exist(MOVED);
        moveFrames.look();
        unused(south, 950_000);
        maker(inSouth)
                .get("/v1/reserve-offers?limit=500&callId=" + call)
                .then()
                .statusCode(200)
                .body("items.id", contains(offer));
        approve(inSouth, offer).statusCode(201);
        unused(south, 800_000);
    }

    @Test
    void theSuccessorOfAnOfficeCorrectsItsRuns() {
        theNorthHasDecided();
        exist(MOVED);
        moveFrames.look();
        var correcting =
                correction(maker(inSouth), south).statusCode(201).extract().<String>path("id");
        post(decider(inSouth), "/v1/allocation-runs/" + correcting + "/adoption", Map.of("confirmSuperseded", true))
                .statusCode(201);
        world.asPerson("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }

    private void nothingWaitsForTheDirectorate() {
        var links = new ArrayList<String>();
        var after = "";
        while (after != null) {
            var page = leader().get("/v1/worklist?limit=500" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            links.addAll(page.getList("items.link", String.class));
            var next = page.getString("next");
            after = next == null ? null : "&cursor=" + next;
        }
        assertThat(links)
                .isNotEmpty()
                .doesNotContain(
                        "/v1/calls/" + call + "/reserve-list", "/v1/reserve-offers?state=proposed&callId=" + call);
    }

    private ValidatableResponse correction(RequestSpecification by, CountyGovernorOfficeId office) {
        var model = Map.<String, Object>of("kind", "application", "callId", call);
        var body = withPots(Map.of("name", "alt", "budget", Map.of("amount", 850_000), "model", model));
        body.put("unit", 1);
        body.put("countyGovernorOfficeId", office);
        body.put("correction", Map.of("runId", run, "reason", text("Feil beløp."), "paidPart", "settle"));
        return post(by, "/v1/allocation-runs", body);
    }

    @Test
    void whoeverTheCallSaysDecidesGoesOnWhenTheRulesOfTheNextAreOthers() {
        framed(500_000, 500_000);
        var one = world.foundedIn(inNorth, "Nordvik");
        publish();
        call = announced();
        first = submitted(one, call, 100, 1);
        theDirectorateDecidesFromNowOn();
        post(maker(inNorth), "/v1/cases/" + first + "/taking").statusCode(201);
        assessedBy(inNorth, first, 350_000, 1);
    }

    @Test
    void aCorrectionGivesNothingToAMunicipalityThatHasLeftTheOffice() {
        theNorthHasDecided();
        var correcting =
                correction(maker(inNorth), north).statusCode(201).extract().<String>path("id");
        theNorthsCountyComesToTheSouth(MOVED);
        var northerner = world.asCountyGovernor("decider-" + inNorth, ELSEWHERE);
        post(
                        northerner,
                        "/v1/allocation-runs/" + correcting + "/adoption",
                        new HashMap<>(Map.of("confirmSuperseded", true)))
                .statusCode(409)
                .body("type", endsWith("allocation.not-of-the-office"))
                .body("municipalities.size()", equalTo(1));
        unused(north, 350_000);
        unused(south, 600_000);
    }
}
