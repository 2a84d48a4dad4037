package no.opptrapping.grant.allocation.whatif;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Anybody asks what a municipality would get of an adopted run with figures of its own. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class WhatIfIT extends AllocationStory {
    @Test
    void onlyOfAnAdoptedRunAndWithoutSigningIn() {
        var run = simulated();
        var address = "/v1/allocation-runs/" + run + "/what-if?number=" + large.number();
        given().get(address).then().statusCode(404);
        adviser().get(address).then().statusCode(404);
        given().get("/v1/allocation-runs/" + UUID.randomUUID() + "/what-if?number=" + large.number())
                .then()
                .statusCode(404);
        adopt(run).statusCode(201);

        given().get(address)
                .then()
                .statusCode(200)
                .body("difference", equalTo(0))
                .body("assumptions", hasSize(0))
                .body("explanation.pots", hasSize(1));
        given().get(address + "&population=9000&value=population-18-66/2024:10")
                .then()
                .statusCode(200)
                .body("difference", lessThan(0))
                .body("assumptions.what", containsInAnyOrder("population", "population-18-66"))
                .body("assumptions.inRun", containsInAnyOrder("90000", "90000"))
                .body("assumedExplanation.number", equalTo(large.number().value()));
        given().get(address + "&appropriation=0").then().statusCode(200).body("assumedAmount", equalTo(0));
        given().accept("text/html")
                .header("Accept-Language", "nn")
                .get(address + "&appropriation=1000000")
                .then()
                .statusCode(200)
                .body(containsString("Kva om?"))
                .body(containsString("Løyving som blir fordelt"));
    }

    @Test
    void everyFaultOfTheAssumptionsIsNamed() {
        var run = simulated();
        adopt(run).statusCode(201);
        var address = "/v1/allocation-runs/" + run + "/what-if?number=";
        given().get(
                        address + large.number()
                                + "&population=-5&value=rain/2024:5&value=nonsense&value=population-18-66/2024:1e9&appropriation=1.5")
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "query:population whatif.number-in-range",
                                "query:value whatif.indicator-in-run",
                                "query:value whatif.value-readable",
                                "query:value whatif.number-in-range",
                                "query:appropriation whatif.number-in-range"));
        given().get(address + "9998&population=5")
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("whatif.municipality-in-run"));
        given().get(address + large.number() + "&population=99999999999").then().statusCode(422);
    }
}
