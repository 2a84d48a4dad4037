package no.opptrapping.grant.allocation.comparison;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Runs beside each other and beside last year's awards, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ComparisonIT extends AllocationStory {
    @Test
    void severalRunsStandSideBySideByMunicipalityAndByGroup() {
        var first = "/v1/allocation-runs/" + simulated() + "/comparison?limit=500&with=" + simulated();
        adviser()
                .get(first + "&with=" + simulated())
                .then()
                .statusCode(200)
                .body("sides", hasSize(3))
                .body("sides[1].tally.winners", equalTo(0))
                .body("sides[2].tally.losers", equalTo(0))
                .body("items.find { it.key == '" + large.number() + "' }.changes", equalTo(List.of(0, 0)))
                .body("items.find { it.key == '" + large.number() + "' }.name", equalTo("Storby"));
        for (var by : List.of("county", "kostra-group", "population-class", "health-region", "health-trust-area")) {
            var table = adviser()
                    .header("Accept-Language", "nn")
                    .get(first + "&by=" + by)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(table.getList("items.amounts[0]", Long.class)).as(by).doesNotContainNull();
            assertThat(table.getList("items.collect { it.amounts[0] }", Long.class).stream()
                            .mapToLong(amount -> amount)
                            .sum())
                    .as(by)
                    .isEqualTo(table.getLong("sides[0].sum"));
        }
        adviser()
                .header("Accept-Language", "nn")
                .get(first + "&by=health-trust-area")
                .then()
                .body("items.name", everyItem(equalTo("Ikkje klassifisert")));
        adviser().get(first + "&by=county").then().body("items.name", hasItem("Prøvefylket"));
    }

    @Test
    void lastYearsAwardsAreMovedToTheStructureOfTheRun() {
        var neighbour = world.ceased("Nabobygd", LocalDate.of(2026, 1, 1), small);
        publish();
        var lastYear = simulated();
        post(leader(), "/v1/allocation-runs/" + lastYear + "/adoption", Map.of())
                .statusCode(201);
        var amounts = adviser()
                .get("/v1/allocation-runs/" + lastYear + "/result?limit=500")
                .jsonPath();
        var expected = amount(amounts, neighbour.value())
                + amount(amounts, small.number().value());
        var run = post(adviser(), "/v1/allocation-runs", run(scheme, 2026, objective("0.6")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = "/v1/allocation-runs/" + run + "/comparison?limit=500&beyond=1000";
        for (var other : List.of("&awardsOf=2025", "&with=" + lastYear)) {
            var compared =
                    adviser().get(path + other).then().statusCode(200).extract().jsonPath();
            assertThat(compared.getString("structureDate")).isEqualTo("2026-01-01");
            assertThat(compared.getInt("sides[1].moved")).as(other).isPositive();
            assertThat(compared.getInt("sides[1].sum")).as(other).isEqualTo(amounts.getInt("sum"));
            assertThat(compared.getInt("items.find { it.key == '" + small.number() + "' }.amounts[1]"))
                    .as(other)
                    .isEqualTo(expected);
            assertThat(compared.getList("items.key", String.class)).doesNotContain(neighbour.value());
        }
    }

    @Test
    void whatCannotBeComparedIsRefusedWithTheReason() {
        var path = "/v1/allocation-runs/" + simulated() + "/comparison";
        adviser()
                .get(path)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("allocation.something-to-compare-with"));
        adviser().get(path + "?with=" + UUID.randomUUID()).then().statusCode(404);
        adviser().get(path + "?with=x").then().statusCode(400);
        adviser().get(path + "?awardsOf=2024&by=moon").then().statusCode(422);
        adviser().get(path + "?awardsOf=2024&beyond=-1").then().statusCode(422);
        adviser()
                .get(path + "?awardsOf=2024")
                .then()
                .statusCode(200)
                .body("sides[1].sum", equalTo(0))
                .body("type", equalTo(null));
        world.asPerson("c", "controller")
                .get(path + "?awardsOf=2024")
                .then()
                .statusCode(403)
                .body("type", endsWith("forbidden"));
    }

    private static int amount(JsonPath result, String number) {
        return result.getInt("items.find { it.number == '" + number + "' }.amount");
    }
}
