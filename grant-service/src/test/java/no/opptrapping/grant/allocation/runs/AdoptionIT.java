package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Who may adopt a run, when, and what becomes of it, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AdoptionIT extends AllocationStory {
    @Test
    void anAppropriationThatNoLongerSufficesStopsTheAdoption() {
        var one = "/v1/allocation-runs/" + simulated() + "/adoption";
        var other = "/v1/allocation-runs/" + simulated() + "/adoption";
        post(leader(), one, Map.of()).statusCode(201);
        post(leader(), other, Map.of("confirmSuperseded", true))
                .statusCode(409)
                .body("type", endsWith("allocation.insufficient-funds"));
    }

    @Test
    void ofTwoAdoptionsAtTheSameTimeExactlyOneWins() throws Exception {
        var path = "/v1/allocation-runs/" + simulated() + "/adoption";
        try (var people = Executors.newFixedThreadPool(4)) {
            var attempts = IntStream.range(0, 4)
                    .mapToObj(i -> world.asPerson("leader-" + i, "decision-maker"))
                    .map(person -> (Callable<Integer>)
                            () -> post(person, path, Map.of()).extract().statusCode())
                    .toList();
            var answers = people.invokeAll(attempts);
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void aDisqualifiedPersonNeitherPreparesNorDecides() {
        var id = simulated();
        for (var person : List.of("leader-9", "adviser-9")) {
            post(
                            leader(),
                            "/v1/disqualifications",
                            Map.of("person", person, "schemeId", scheme, "reason", "Gift med rådmannen"))
                    .statusCode(201);
        }
        post(world.asPerson("leader-9", "decision-maker"), "/v1/allocation-runs/" + id + "/adoption", Map.of())
                .statusCode(403)
                .body("type", endsWith("allocation.disqualified"));
        post(world.asPerson("adviser-9", "adviser"), "/v1/allocation-runs", run(scheme, 2025, objective("0.6")))
                .statusCode(403);
    }

    @Test
    void earmarkedMoneyBecomesFrameworkGrantWithANetOfZero() {
        post(leader(), "/v1/allocation-runs/" + simulated() + "/adoption", Map.of())
                .statusCode(201);
        var framework = schemeWithMoney("framework");
        var model = Map.<String, Object>of(
                "kind",
                "incorporation",
                "fromSchemeId",
                scheme,
                "fromYear",
                2025,
                "weights",
                List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                "guarantee",
                Map.of("variant", "state", "threshold", "5"));
        var id = post(adviser(), "/v1/allocation-runs", run(framework, 2026, model))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = "/v1/allocation-runs/" + id;
        var result = adviser()
                .get(path + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(result.getList("items.net", Integer.class).stream()
                        .mapToInt(net -> net)
                        .sum())
                .isZero();
        assertThat(result.getList("items.before", Integer.class).stream()
                        .mapToInt(before -> before)
                        .sum())
                .isPositive();
        adviser()
                .get(path + "/explanations/" + large.number())
                .then()
                .statusCode(200)
                .body("pots[0].sentences[0].nb", containsString("øremerket tilskudd i 2025"));
        post(leader(), path + "/adoption", Map.of()).statusCode(201);
        var allocations = world.as(large)
                .get("/v1/framework-allocations?year=2026&limit=500&municipality=" + large.number())
                .jsonPath();
        var explanation = allocations.getString("items.find { it.runId == '" + id + "' }.explanation");
        world.as(large)
                .get(explanation)
                .then()
                .statusCode(200)
                .body("amount", equalTo(allocations.getInt("items.find { it.runId == '" + id + "' }.amount")));
        world.as(small).get(explanation).then().statusCode(404);
    }

    /** 10 million become 4, in three steps: 8 in the first year, 6 in the second and 4 in the last. */
    @Test
    void aPhaseInToASmallerSumDividesTheYearsOwnTotalInEveryYear() {
        adopt(simulated()).statusCode(201);
        var framework = schemeWithMoney("framework");
        var first = "";
        for (var year = 3; year >= 1; year--) {
            var model = Map.<String, Object>of(
                    "kind",
                    "incorporation",
                    "fromSchemeId",
                    scheme,
                    "fromYear",
                    2025,
                    "weights",
                    List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                    "phaseIn",
                    Map.of("years", 3, "year", year));
            var run = new HashMap<>(run(framework, 2026, Map.of()));
            run.put("unit", 1);
            run.put("pots", List.of(Map.of("name", "alt", "budget", Map.of("amount", 4_000_000), "model", model)));
            first = post(adviser(), "/v1/allocation-runs", run)
                    .statusCode(201)
                    .body("budget", equalTo(10_000_000 - year * 2_000_000))
                    .body("sum", equalTo(10_000_000 - year * 2_000_000))
                    .body("undistributed", equalTo(0))
                    .extract()
                    .path("id");
        }
        assertThat(result(first).<Integer>get("pots[0].netSum")).isNull();
        adopt(first).statusCode(201);
        adviser()
                .get("/v1/framework-allocations?year=2026&limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.runId == '" + first + "' }.amount.sum()", equalTo(8_000_000));
    }

    @Test
    void theLetterLeadsTheMunicipalityToTheExplanationOfItsAmount() {
        post(leader(), "/v1/allocation-runs/" + simulated() + "/adoption", Map.of())
                .statusCode(201);
        var awards =
                world.as(large).get("/v1/awards?year=2025&schemeId=" + scheme).jsonPath();
        var explanation = awards.getString("items[0].explanation");
        var letter = "/v1/awards/" + awards.getString("items[0].id") + "/letter";

        world.as(large).get(letter).then().statusCode(200).body("explanation", equalTo(explanation));
        world.as(large)
                .accept("text/html")
                .get(letter)
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"" + explanation + "\">Slik er beløpet regnet ut</a>"));
        world.as(large)
                .get(explanation)
                .then()
                .statusCode(200)
                .body("amount", equalTo(awards.getInt("items[0].amount")));
        world.as(large)
                .accept("text/html")
                .get(explanation)
                .then()
                .statusCode(200)
                .contentType("text/html");
        world.as(small).get(explanation).then().statusCode(404);
    }

    @Test
    void whatIsPromisedOfALaterYearComesOffItsBudgetFirstAndBecomesAnAward() {
        post(leader(), "/v1/allocation-runs/" + simulated() + "/adoption", Map.of())
                .statusCode(201);
        var award = adviser()
                .get("/v1/awards?year=2025&schemeId=" + scheme + "&municipality=" + large.number())
                .jsonPath();
        var path = "/v1/awards/" + award.getString("items[0].id");
        var before = run2026();

        promise(leader(), path, 2026).statusCode(403).body("type", endsWith("award.decider-may-not-promise"));
        promise(second(), path, 2025)
                .statusCode(422)
                .body("errors[0].code", equalTo("award.later-year-within-reach"))
                .body("errors[0].pointer", equalTo("/laterYears/0/year"));
        promise(second(), path, 2026)
                .statusCode(200)
                .body("laterYears[0].amount", equalTo(PROMISED))
                .body("laterYears[0].subjectTo.nb", equalTo("med forbehold om Stortingets budsjettvedtak"));
        promise(second(), path, 2026).statusCode(412);
        world.as(large).get(path).then().statusCode(200).body("laterYears[0].year", equalTo(2026));
        world.as(large)
                .accept("text/html")
                .get(path + "/letter")
                .then()
                .body(containsString("med forbehold om Stortingets budsjettvedtak"));

        post(leader(), "/v1/allocation-runs/" + before + "/adoption", Map.of())
                .statusCode(409)
                .body("changed", hasItem("commitments"));
        var run = "/v1/allocation-runs/" + run2026();
        adviser()
                .get(run)
                .then()
                .body("budget", equalTo(APPROPRIATION - PROMISED))
                .body("commitments[0].amount", equalTo(PROMISED))
                .body("commitments[0].reference", equalTo(award.getString("items[0].reference")));
        adviser()
                .get(run + "/inputs")
                .then()
                .body("commitments[0].number", equalTo(large.number().value()));
        post(leader(), run + "/adoption", Map.of()).statusCode(201);
        adviser()
                .get("/v1/awards?limit=500&year=2026&schemeId=" + scheme)
                .then()
                .body("items.findAll { it.continues != null }.amount", equalTo(List.of(PROMISED)))
                .body("items.amount.sum()", equalTo(APPROPRIATION));
        promise(second(), path, 2027, 2)
                .statusCode(422)
                .body("errors.code", hasItem("award.later-year-already-awarded"));
    }

    private static final int PROMISED = 300_000;

    private RequestSpecification second() {
        return world.asPerson("leader-2", "decision-maker");
    }

    private String run2026() {
        return post(adviser(), "/v1/allocation-runs", run(scheme, 2026, objective("0.6")))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse promise(RequestSpecification as, String path, int year) {
        return promise(as, path, year, 1);
    }

    private static ValidatableResponse promise(RequestSpecification as, String path, int year, int version) {
        return as.header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("laterYears", List.of(Map.of("year", year, "amount", PROMISED))))
                .put(path + "/later-years")
                .then();
    }
}
