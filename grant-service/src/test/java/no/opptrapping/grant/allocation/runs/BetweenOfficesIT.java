package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;
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
    void aCorrectionGivesNothingToAMunicipalityThatHasLeftTheOffice() {
        theNorthHasDecided();
        var model = Map.<String, Object>of("kind", "application", "callId", call);
        var body = withPots(Map.of("name", "alt", "budget", Map.of("amount", 850_000), "model", model));
        body.put("unit", 1);
        body.put("countyGovernorOfficeId", north);
        body.put("correction", Map.of("runId", run, "reason", text("Feil beløp."), "paidPart", "settle"));
        var correcting = post(maker(inNorth), "/v1/allocation-runs", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
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
