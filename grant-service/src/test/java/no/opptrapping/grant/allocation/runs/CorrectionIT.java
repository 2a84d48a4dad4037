package no.opptrapping.grant.allocation.runs;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A division that was wrong is corrected by another, and one before there is money is followed by the real one. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class CorrectionIT extends AllocationStory {
    private static final Map<String, Object> WHY = text("Feil gulv.");

    @Test
    void aCorrectionGivesAndTakesTheDifferenceAndBothEditionsStay() {
        var first = made(among(large, small), Map.of());
        adopt(first).statusCode(201);
        accepted(large);
        paid(large, 5_000_000);

        var floor = floor(small, 1_000_000);
        var second = made(floor, correcting(first, "settle"));
        adviser()
                .get("/v1/allocation-runs/" + second)
                .then()
                .body("corrects.runId", equalTo(first))
                .body("corrects.comparison", containsString("with=" + first));
        post(world.asPerson("adviser-1", "decision-maker"), "/v1/allocation-runs/" + second + "/adoption", Map.of())
                .statusCode(403);
        adopt(second).statusCode(201).body("corrects.reason.nb", equalTo("Feil gulv."));

        award(large)
                .body("items[0].amount", equalTo(9_000_000))
                .body("items[0].changes.runId", contains(second))
                .body("items[0].changes.claimed", contains(0))
                .body("items[0].explanation", containsString(second));
        award(small).body("items[0].amount", equalTo(1_000_000)).body("items[0].changes[0].before", equalTo(110_000));
        adviser().get("/v1/allocation-runs/" + first).then().body("correctedBy", equalTo(second));
        refused(floor, correcting(first, "settle"), "allocation.corrected-run-newest");
        refused(floor, correcting(UUID.randomUUID().toString(), "settle"), "allocation.corrected-run-known");
        adopt(made(floor, correcting(second, "claim")))
                .statusCode(409)
                .body("type", endsWith("allocation.nothing-to-correct"));

        // Nothing is left for the small one, and another comes in its place.
        var third = world.founded("Tredjevik");
        publish();
        adopt(made(among(large, third), correcting(second, "settle")), Map.of("confirmSuperseded", true))
                .statusCode(201);
        award(small).body("items[0].status", equalTo("annulled")).body("items[0].ended.cause", equalTo("reduced"));
        award(third).body("items[0].amount", equalTo(110_000)).body("items[0].status", equalTo("awarded"));
        award(large).body("items[0].amount", equalTo(9_890_000)).body("items[0].changes.size()", equalTo(2));
        balanced();

        given().get("/v1/allocation-editions?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("items.corrects", contains(second, first, null))
                .body("items[1].reason.nb", equalTo("Feil gulv."))
                .body("items[2].correctedBy", equalTo(second));
        given().get("/v1/allocation-editions/" + second + "/amounts?limit=500")
                .then()
                .statusCode(200)
                .body("beforeRunId", equalTo(first))
                .body("sum", equalTo(APPROPRIATION))
                .body("items.find { it.number == '" + small.number() + "' }.before", equalTo(110_000))
                .body("items.find { it.number == '" + small.number() + "' }.change", equalTo(890_000));
    }

    @Test
    void moneyThatIsPaidIsNoMoneyToGiveAndWhatCannotBeSoIsRefused() throws Exception {
        var first = made(among(large, small), Map.of());
        refused(among(large, small), correcting(first, "settle"), "allocation.corrected-run-adopted");
        adopt(first).statusCode(201);
        accepted(large);
        paid(large, 9_890_000);
        adopt(made(floor(small, 1_000_000), correcting(first, "settle")))
                .statusCode(409)
                .body("type", endsWith("allocation.insufficient-funds"))
                .body("needed", equalTo(890_000));
        var other = schemeWithMoney("earmarked");
        var body = new HashMap<>(wanted(among(large, small), correcting(first, "settle")));
        body.put("schemeId", other);
        body.put("structureDate", "2024-01-01");
        body.put("preliminary", Map.of("assumptions", text("Prop. 1 S")));
        post(adviser(), "/v1/allocation-runs", body)
                .statusCode(422)
                .body("errors.code", hasItem("allocation.correction-or-preliminary"));
        body.remove("preliminary");
        post(adviser(), "/v1/allocation-runs", body)
                .statusCode(422)
                .body("errors.code", hasItem("allocation.corrected-run-of-scheme-and-year"))
                .body("errors.code", hasItem("allocation.corrected-run-of-structure"));

        // Two who correct the same at once: one wins, and is what can be corrected.
        var runs = List.of(
                made(among(large), correcting(first, "settle")), made(among(small, large), correcting(first, "claim")));
        assertThat(runs).doesNotHaveDuplicates();
        var less = Map.<String, Object>of("amount", 9_995_000);
        var reducing = IntStream.range(0, 4)
                .mapToObj(i -> made(among(less, large, small), correcting(first, "settle")))
                .toList();
        try (var people = Executors.newFixedThreadPool(8)) {
            var attempts = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> post(
                                    world.asPerson("leader-" + i, "decision-maker"),
                                    "/v1/allocation-runs/" + reducing.get(i % 4) + "/adoption",
                                    Map.of("confirmSuperseded", true))
                            .extract()
                            .statusCode())
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : people.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
            assertThat(statuses).isSubsetOf(201, 409);
        }
        balanced();
    }

    @Test
    void whatWasDeclinedOfOnePotIsNotTakenOfAnother() {
        var first = made(twoPots(600_000, 400_000), Map.of());
        adopt(first).statusCode(201);
        var declined = award(large)
                .body("items.amount", contains(600_000, 400_000))
                .extract()
                .<String>path("items[0].id");
        post(
                        world.as(large),
                        "/v1/awards/" + declined + "/declination",
                        Map.of("declinedBy", "Kari", "reason", "Nei takk."))
                .statusCode(201);
        // Under other names nothing of what was declined is given again.
        var renamed = twoPots(600_000, 400_000);
        renamed.getFirst().put("name", "grunnbeløp");
        adopt(made(renamed, correcting(first, "settle")))
                .statusCode(422)
                .body("errors.code", contains("allocation.correction-of-given-up"));
        var second = made(twoPots(500_000, 450_000), correcting(first, "settle"));
        adopt(second).statusCode(201);
        award(large)
                .body("items.amount", contains(600_000, 450_000))
                .body("items.status", contains("annulled", "awarded"));
        adopt(made(twoPots(300_000, 420_000), correcting(second, "settle"))).statusCode(201);
        award(large).body("items.amount", contains(600_000, 420_000));
        balanced();
    }

    private List<Map<String, Object>> twoPots(int one, int other) {
        var first = new HashMap<>(among(Map.of("amount", one), large).getFirst());
        var second = new HashMap<>(among(Map.of("amount", other), large).getFirst());
        first.put("name", "en");
        second.put("name", "to");
        return List.of(first, second);
    }

    @Test
    void whatUndecidedApplicationsAreAssessedAtIsNotPublished() {
        var call = announced();
        assessed(submitted(large, call, 100, 1), 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        post(
                        adviser(),
                        "/v1/allocation-runs",
                        wanted(
                                List.of(Map.of(
                                        "name",
                                        "alt",
                                        "budget",
                                        Map.of("amount", 400_000),
                                        "model",
                                        Map.of("kind", "application", "callId", call))),
                                Map.of("preliminary", Map.of("assumptions", text("Prop. 1 S")))))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.preliminary-divides-no-call"));
    }

    @Test
    void anApplicationThatWasRejectedIsApprovedByTheCorrection() {
        var call = announced();
        var one = submitted(large, call, 100, 1);
        var other = submitted(small, call, 100, 1);
        assessed(one, 400_000, 1);
        assessed(other, 300_000, 2);
        world.itIs(AFTER_THE_DEADLINE);
        var model = Map.<String, Object>of("kind", "application", "callId", call);
        var first = made(List.of(Map.of("name", "alt", "budget", Map.of("amount", 400_000), "model", model)), Map.of());
        adopt(first).statusCode(201);
        world.as(small).get("/v1/applications/" + other).then().body("status", equalTo("rejected"));
        var second = made(
                List.of(Map.of("name", "alt", "budget", Map.of("amount", 650_000), "model", model)),
                correcting(first, "settle"));
        adopt(second).statusCode(201);
        world.as(small)
                .get("/v1/applications/" + other)
                .then()
                .body("status", equalTo("approved"))
                .body("awarded", equalTo(250_000));
        award(small).body("items[0].amount", equalTo(250_000)).body("items[0].runId", equalTo(second));
        award(large).body("items[0].amount", equalTo(400_000)).body("items[0].changes", nullValue());
        balanced();

        // Corrected back: what was approved in between is rejected for another reason than at first.
        var third = made(
                List.of(Map.of("name", "alt", "budget", Map.of("amount", 400_000), "model", model)),
                correcting(second, "settle"));
        adopt(third).statusCode(201);
        world.as(small).get("/v1/applications/" + other).then().body("status", equalTo("rejected"));
        world.as(small)
                .header("Accept-Language", "nb")
                .get("/v1/applications/" + other + "/letter")
                .then()
                .statusCode(200)
                .body("title", containsString("Avslag"))
                .body("sections[2].paragraphs", hasItem("Feil gulv."));
        world.as(small).get("/v1/notices?limit=100").then().body("items.kind", hasItem("application-rejected"));
        balanced();
    }

    @Test
    void indicativeAmountsArePublishedByAnotherPersonAndThenConfirmedOrReplaced() {
        var year = 2027;
        var proposal = post(
                        adviser(),
                        "/v1/appropriations",
                        Map.of("schemeId", scheme, "year", year, "amount", 9_100_000, "source", "Prop. 1 S"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var preliminary =
                Map.<String, Object>of("preliminary", Map.of("assumptions", text("Prop. 1 S, saldert i desember")));
        var first = made(year, among(large, small), preliminary);
        post(world.asPerson("adviser-1", "decision-maker"), "/v1/allocation-runs/" + first + "/publication")
                .statusCode(403)
                .body("type", endsWith("allocation.maker-may-not-publish"));
        adopt(first).statusCode(409).body("type", endsWith("allocation.only-preliminary"));
        given().get("/v1/allocation-editions/" + first + "/amounts").then().statusCode(404);
        given().get(whatIf(first)).then().statusCode(404);
        publish(first).statusCode(201).body("preliminary.publishedBy", notNullValue());
        publish(first).statusCode(409).body("type", endsWith("allocation.published-before"));
        given().get("/v1/allocation-editions/" + first + "/amounts?limit=500")
                .then()
                .statusCode(200)
                .body("sum", equalTo(9_100_000))
                .body("sumBefore", nullValue());
        given().get(whatIf(first) + "&population=2000").then().statusCode(200).body("difference", greaterThan(0));
        var second = made(year, floor(small, 500_000), preliminary);
        publish(second).statusCode(201);

        post(leader(), "/v1/appropriations/" + proposal + "/approval", Map.of()).statusCode(201);
        post(adviser(), "/v1/allocation-runs", wanted(year, among(large, small), preliminary))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.preliminary-before-the-appropriation"));
        var adopted = made(year, floor(small, 500_000), Map.of());
        publish(adopted).statusCode(409).body("type", endsWith("allocation.not-preliminary"));
        adopt(adopted).statusCode(201);
        given().get("/v1/allocation-editions?limit=2&schemeId=" + scheme + "&year=" + year)
                .then()
                .body("items.runId", contains(adopted, second))
                .body("items.kind", contains("adopted", "preliminary"))
                .body("items[0].follows", equalTo(second))
                .body("items[1].outcome", equalTo("confirmed"))
                .body("next", notNullValue());
        adviser()
                .get("/v1/allocation-runs/" + first)
                .then()
                .body("preliminary.outcome", equalTo("replaced"))
                .body("preliminary.followedBy", equalTo(second));
        anybodySeesWhatChangedSinceWhatWasIndicated(first, second, adopted);
    }

    private String whatIf(String run) {
        return "/v1/allocation-runs/" + run + "/what-if?number=" + small.number();
    }

    /** From what a run took the place of, not from any other of the year. */
    private void anybodySeesWhatChangedSinceWhatWasIndicated(String first, String second, String adopted) {
        var path = "/v1/allocation-runs/" + adopted + "/change/" + small.number() + "?from=";
        given().get(path + second).then().statusCode(200).body("change.change", equalTo(0));
        given().get(path + first)
                .then()
                .statusCode(422)
                .body("errors.code", contains("allocation.change-from-earlier-year"));
        adviser().get(path + first).then().statusCode(200);
        given().get("/v1/allocation-runs/" + second + "/change/" + small.number() + "?from=" + first)
                .then()
                .statusCode(200)
                .body("change.change", greaterThan(0));
    }

    private ValidatableResponse publish(String run) {
        return post(leader(), "/v1/allocation-runs/" + run + "/publication");
    }

    private String made(List<Map<String, Object>> pots, Map<String, Object> purpose) {
        return made(2025, pots, purpose);
    }

    private String made(int year, List<Map<String, Object>> pots, Map<String, Object> purpose) {
        return post(adviser(), "/v1/allocation-runs", wanted(year, pots, purpose))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void refused(List<Map<String, Object>> pots, Map<String, Object> purpose, String code) {
        post(adviser(), "/v1/allocation-runs", wanted(pots, purpose))
                .statusCode(422)
                .body("errors.code", hasItem(code));
    }

    private Map<String, Object> wanted(List<Map<String, Object>> pots, Map<String, Object> purpose) {
        return wanted(2025, pots, purpose);
    }

    private Map<String, Object> wanted(int year, List<Map<String, Object>> pots, Map<String, Object> purpose) {
        var run = new HashMap<>(run(scheme, year, Map.of()));
        run.put("populationYear", 2025);
        run.put("pots", pots);
        run.putAll(purpose);
        return run;
    }

    private static Map<String, Object> correcting(String run, String paidPart) {
        return Map.of("correction", Map.of("runId", run, "reason", WHY, "paidPart", paidPart));
    }

    private static List<Map<String, Object>> among(World.Resident... municipalities) {
        return among(Map.of("rest", true), municipalities);
    }

    private static List<Map<String, Object>> among(Map<String, Object> budget, World.Resident... municipalities) {
        return List.of(Map.of(
                "name",
                "alt",
                "budget",
                budget,
                "eligible",
                Map.of(
                        "municipalities",
                        List.of(municipalities).stream()
                                .map(one -> one.number().value())
                                .toList()),
                "model",
                byPopulation(Map.of())));
    }

    private static Map<String, Object> byPopulation(Map<String, Object> floors) {
        var model = new HashMap<String, Object>(Map.of(
                "kind",
                "objective",
                "weights",
                List.of(Map.of("indicator", "population", "year", 2025, "weight", "1"))));
        if (!floors.isEmpty()) {
            model.put("floors", floors);
        }
        return model;
    }

    private List<Map<String, Object>> floor(World.Resident of, int amount) {
        var pot = new HashMap<>(among(large, small).getFirst());
        pot.put("model", byPopulation(Map.of(of.number().value(), amount)));
        return List.of(pot);
    }

    private ValidatableResponse award(World.Resident of) {
        return world.as(of).get("/v1/awards").then().statusCode(200);
    }

    private void accepted(World.Resident by) {
        var award = award(by).extract().<String>path("items[0].id");
        post(
                        world.as(by),
                        "/v1/awards/" + award + "/acceptance",
                        Map.of("accountNumber", "86011117947", "acceptedBy", "Rådmannen", "termsAccepted", true))
                .statusCode(201);
    }

    private void paid(World.Resident to, int amount) {
        var award = award(to).extract().<String>path("items[0].id");
        var payment = post(adviser(), "/v1/payments", Map.of("awardId", award, "amount", amount, "dueOn", "2025-01-10"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("kari", "controller"), "/v1/payments/" + payment + "/approval")
                .statusCode(201);
        post(
                        world.asPerson("bank", "administrator"),
                        "/v1/payments/" + payment + "/confirmation",
                        Map.of("paidOn", "2025-01-10", "reference", "B1"))
                .statusCode(201);
    }

    private void balanced() {
        world.asPerson("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
