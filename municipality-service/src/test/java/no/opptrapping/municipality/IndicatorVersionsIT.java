package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What becomes of the versions of an indicator's values: each is told of, and what is withdrawn stays so until it is given again. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class IndicatorVersionsIT {
    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void noVersionMakesTheNewsOfAnotherOutdated() {
        calls().define("told-of-each", "quantity");
        upload("told-of-each", 2024, "0301,7").statusCode(201);
        upload("told-of-each", 2024, "0301,8").statusCode(201);
        withdraw("told-of-each", 2024, 1).statusCode(201);

        var key = "told-of-each/2024/2024-01-01/";
        Poll.until(
                "the news of both and of the withdrawal of the first",
                () -> SyncCalls.subjectsOf(broker, "indicator.v1", key + 1).size() == 2
                        && SyncCalls.subjectsOf(broker, "indicator.v1", key + 2).size() == 1);
        assertThat(SyncCalls.subjectsOf(broker, "indicator.v1", key + 1)).containsExactly(key + "1 1", key + "1 2");
        assertThat(SyncCalls.subjectsOf(broker, "indicator.v1", key + 2)).containsExactly(key + "2 1");
    }

    @Test
    void whatIsWithdrawnSaysSoInEveryFormAlsoConverted() {
        calls().define("says-so", "quantity");
        upload("says-so", 2023, "1507,100\n0301,7").statusCode(201);
        withdraw("says-so", 2023, 1).statusCode(201);

        for (var structureDate : List.of("2023-01-01", "2024-01-01")) {
            given().queryParam("year", 2023)
                    .queryParam("structureDate", structureDate)
                    .get("/v1/indicators/says-so/values")
                    .then()
                    .statusCode(200)
                    .body("withdrawnAt", notNullValue())
                    .body("withdrawalReason", is("Talt to ganger"))
                    .body("converted.method", structureDate.startsWith("2024") ? is("summed-and-shared") : nullValue());
            assertThat(given().accept("text/csv")
                            .queryParam("year", 2023)
                            .queryParam("structureDate", structureDate)
                            .get("/v1/indicators/says-so/values")
                            .asString()
                            .lines()
                            .skip(1))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith(",Talt to ganger"));
            given().accept("application/json-stat+json")
                    .queryParam("year", 2023)
                    .queryParam("structureDate", structureDate)
                    .get("/v1/indicators/says-so/values")
                    .then()
                    .body("extension.withdrawnAt", notNullValue())
                    .body("extension.withdrawalReason", is("Talt to ganger"));
        }
    }

    @Test
    void onlyTheFileItselfBringsWithdrawnValuesBackAndAnEditOfTheDefinitionDoesNot() {
        calls().define("brought-back", "quantity");
        upload("brought-back", 2024, "0301,7").statusCode(201);
        withdraw("brought-back", 2024, 1).statusCode(201);
        var changed = new HashMap<>(IndicatorCalls.definition("brought-back", "quantity"));
        changed.put("unit", "stays");
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(changed)
                .put("/v1/indicators/brought-back")
                .then()
                .statusCode(200);
        versions("brought-back", 2024, "2024-01-01")
                .body("items.version", contains(1))
                .body("items.withdrawnAt", everyItem(notNullValue()));

        upload("brought-back", 2024, "0301,7").statusCode(201).body("version", is(2));
        upload("brought-back", 2024, "0301,7").statusCode(200).body("version", is(2));

        versions("brought-back", 2024, "2024-01-01")
                .body("items.version", contains(2, 1))
                .body("items.withdrawnAt", contains(nullValue(), notNullValue()));
        IndicatorCalls.values("brought-back", 2024)
                .then()
                .body("version", is(2))
                .body("withdrawnAt", nullValue());
    }

    @Test
    void conversionsAreWithdrawnAndComeBackWithTheirSource() {
        var published = given().accept("text/csv")
                .queryParam("year", 2023)
                .get("/v1/indicators/population-0-17/values")
                .asString();
        withdraw("population-0-17", 2023, 1).statusCode(201);
        versions("population-0-17", 2023, "2024-01-01")
                .body("items.version", contains(1))
                .body("items[0].converted.structureDate", is("2023-01-01"))
                .body("items[0].converted.version", is(1))
                .body("items[0].withdrawalReason", is("Talt to ganger"));

        calls().upload("population-0-17", 2023, published.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("version", is(2));

        versions("population-0-17", 2023, "2024-01-01")
                .body("items.version", contains(2, 1))
                .body("items[0].converted.version", is(2))
                .body("items.withdrawnAt", contains(nullValue(), notNullValue()));
    }

    private ValidatableResponse upload(String code, int year, String lines) {
        return calls().upload(code, year, ("number,value\n" + lines + "\n").getBytes(StandardCharsets.UTF_8))
                .then();
    }

    private static ValidatableResponse versions(String code, int year, String structureDate) {
        return given().queryParam("year", year)
                .queryParam("structureDate", structureDate)
                .get("/v1/indicators/" + code + "/versions")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse withdraw(String code, int year, int version) {
        return calls().as("adviser")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "year", year, "structureDate", year + "-01-01", "version", version, "reason", "Talt to ganger"))
                .post("/v1/indicators/" + code + "/withdrawals")
                .then();
    }

    private IndicatorCalls calls() {
        return new IndicatorCalls(issuer);
    }
}
