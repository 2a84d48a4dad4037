package no.opptrapping.grant.allocation;

import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
    }
}
