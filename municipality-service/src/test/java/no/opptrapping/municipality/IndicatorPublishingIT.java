package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.municipality.reference.TakeInReferenceData;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indicators of one's own: defined, uploaded, revised, converted, read back and taken out. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class IndicatorPublishingIT {
    @Inject
    TakeInReferenceData takeIn;

    @Inject
    DataSource database;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void keepsEveryVersion() {
        calls().define("open-beds", "quantity");
        var first = "number;name;value;status\n1507;Ålesund;100,5;\n0301;Oslo;7;provisional\n1103;;..;\n";
        calls().upload("open-beds", 2023, first.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(201)
                .header(
                        "Location",
                        containsString("/v1/indicators/open-beds/values?year=2023&structureDate=2023-01-01&version=1"))
                .body("version", is(1))
                .body("values", is(2))
                .body("missing", hasItem("1103"));
        calls().upload("open-beds", 2023, first.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("version", is(1));
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .queryParam("year", 2023)
                .body("{\"values\":[{\"number\":\"1507\",\"value\":\"110.5\"},{\"number\":\"0301\",\"value\":\"7\"}]}")
                .post("/v1/indicators/open-beds/values")
                .then()
                .statusCode(201)
                .body("version", is(2));

        IndicatorCalls.values("open-beds", 2023)
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("items.find { it.number == '1507' }.value", is("110.5"));
        given().queryParam("year", 2023)
                .queryParam("version", 1)
                .get("/v1/indicators/open-beds/values")
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("items.find { it.number == '1507' }.value", is("100.5"))
                .body("items.find { it.number == '0301' }.status", is("provisional"));
        given().queryParam("year", 2023)
                .queryParam("structureDate", "2024-01-01")
                .queryParam("version", 1)
                .get("/v1/indicators/open-beds/values")
                .then()
                .statusCode(200)
                .body("items.find { it.number == '1508' }.value", is("86.6"))
                .body("items.find { it.number == '1580' }.value", is("13.9"))
                .body("items.find { it.number == '1580' }.status", is("estimated"));
        given().queryParam("year", 2023)
                .get("/v1/indicators/open-beds/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.origin", contains("uploaded", "uploaded"));
        given().queryParam("year", 2023)
                .queryParam("version", 9)
                .get("/v1/indicators/open-beds/values")
                .then()
                .statusCode(404);
        assertThat(kept("open-beds/2023/2023-01-01")).isEqualTo(List.of(1, 2));
        Poll.until(
                "the news of both versions",
                () -> told("open-beds/2023/2023-01-01/1", "100.5") && told("open-beds/2023/2023-01-01/2", "110.5"));
    }

    @Test
    void keepsAPersonsRevisionWhenTheReferenceDataIsTakenInAgain() {
        var published = given().accept("text/csv")
                .queryParam("year", 2025)
                .get("/v1/indicators/need-index/values")
                .asString();
        calls().upload(
                        "need-index",
                        2025,
                        published.replace(",0.9287,", ",0.9300,").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("missing", contains("1151", "4629"));
        var reference = ReadReferenceEdition.read();

        takeIn.takeIn(new ReferenceEdition(
                "the same facts again",
                reference.register(),
                reference.offices(),
                reference.indicators(),
                reference.observations()));
        takeIn.takeIn(reference);

        IndicatorCalls.values("need-index", 2025)
                .then()
                .body("version", is(2))
                .body("items.find { it.number == '0301' }.value", is("0.9300"));
        given().queryParam("year", 2025)
                .get("/v1/indicators/need-index/versions")
                .then()
                .body("items.origin", contains("uploaded", "reference"));
    }

    @Test
    void convertsAgainWhatWasConvertedFromARevisedFigure() {
        var published = given().accept("text/csv")
                .queryParam("year", 2023)
                .get("/v1/indicators/population-67-plus/values")
                .asString();
        var before =
                IndicatorCalls.values("population-67-plus", 2023).jsonPath().getLong("total");
        var oslo = IndicatorCalls.values("population-67-plus", 2023)
                .jsonPath()
                .getString("items.find { it.number == '0301' }.value");
        calls().upload(
                        "population-67-plus",
                        2023,
                        published
                                .replace("0301,Oslo," + oslo, "0301,Oslo," + (Long.parseLong(oslo) + 1))
                                .getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);

        given().queryParam("year", 2023)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/population-67-plus/values")
                .then()
                .body("version", is(2))
                .body("total", is(Long.toString(before + 1)));
        given().queryParam("year", 2023)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/population-67-plus/versions")
                .then()
                .body("items.origin", contains("converted", "reference"));
        assertThat(kept("population-67-plus/2023/2024-01-01")).isEqualTo(List.of(1, 2));
    }

    @Test
    void changesADefinitionThatNobodyHasChangedMeanwhileAndTellsOfIt() throws JsonProcessingException {
        calls().define("short-stays", "quantity");
        calls().upload("short-stays", 2023, "number;value\n0301;7\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        var tag = given().get("/v1/indicators/short-stays")
                .then()
                .statusCode(200)
                .body("unit", is("beds"))
                .extract()
                .header("ETag");
        var changed = new HashMap<>(IndicatorCalls.definition("short-stays", "quantity"));
        changed.put("unit", "stays");

        redefine("short-stays", changed, null).statusCode(428);
        redefine("short-stays", changed, tag).statusCode(200).body("unit", is("stays"));
        redefine("short-stays", changed, tag).statusCode(412);
        changed.put("kind", "ratio");
        redefine("short-stays", changed, "*").statusCode(422).body("errors.pointer", contains("/kind"));
        redefine("other-stays", changed, "*").statusCode(422).body("errors.pointer", contains("/code"));
        var population = new HashMap<>(IndicatorCalls.definition("population", "quantity"));
        redefine("population", population, "*")
                .statusCode(422)
                .body("errors.code", contains("indicator.of-the-reference-data"));

        IndicatorCalls.values("short-stays", 2023)
                .then()
                .body("version", is(2))
                .body("unit", is("stays"))
                .body("total", is("7"));
        Poll.until(
                "the news of the unit",
                () -> SyncCalls.newestOf(broker, "indicator.v1", "short-stays/2023/2023-01-01/2")
                        .filter(event -> event.path("unit").asText().equals("stays"))
                        .isPresent());
    }

    private ValidatableResponse redefine(String code, Map<String, Object> definition, @Nullable String tag) {
        var call = calls().as("adviser").contentType(ContentType.JSON).body(definition);
        return (tag == null ? call : call.header("If-Match", tag))
                .put("/v1/indicators/" + code)
                .then();
    }

    /** Whether the world has heard the value of 1507 Ålesund in the version. */
    private boolean told(String key, String value) throws JsonProcessingException {
        return SyncCalls.newestOf(broker, "indicator.v1", key).stream()
                .flatMap(event -> event.findParents("number").stream())
                .anyMatch(one -> one.path("number").asText().equals("1507")
                        && one.path("value").asText().equals(value));
    }

    @Test
    void aWithdrawnVersionStaysReadableAndIsToldOnceMoreUnderItsOwnKey() {
        calls().define("counted-twice", "quantity");
        calls().upload("counted-twice", 2024, "number,value\n0301,7\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        withdraw("counted-twice", 1, "Talt to ganger").statusCode(201).body("reason", is("Talt to ganger"));
        withdraw("counted-twice", 1, "Igjen").statusCode(200).body("reason", is("Talt to ganger"));
        withdraw("counted-twice", 2, "Finnes ikke").statusCode(404);
        withdraw("counted-thrice", 1, "Finnes ikke").statusCode(404);
        withdraw("counted-twice", 1, " ").statusCode(422).body("errors.pointer", contains("/reason"));

        IndicatorCalls.values("counted-twice", 2024).then().statusCode(200).body("version", is(1));
        given().queryParam("year", 2024)
                .get("/v1/indicators/counted-twice/versions")
                .then()
                .body("items.withdrawalReason", contains("Talt to ganger"));
        calls().upload("counted-twice", 2024, "number,value\n0301,6\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("version", is(2));
        given().queryParam("year", 2024)
                .get("/v1/indicators/counted-twice/versions")
                .then()
                .body("items.withdrawalReason", contains(null, "Talt to ganger"));
        Poll.until(
                "the news that the first version is withdrawn",
                () -> SyncCalls.newestOf(broker, "indicator.v1", "counted-twice/2024/2024-01-01/1").stream()
                        .anyMatch(event -> event.findPath("withdrawn")
                                .path("reason")
                                .asText()
                                .equals("Talt to ganger")));
    }

    private ValidatableResponse withdraw(String code, int version, String reason) {
        return calls().as("adviser")
                .contentType(ContentType.JSON)
                .body(Map.of("year", 2024, "structureDate", "2024-01-01", "version", version, "reason", reason))
                .post("/v1/indicators/" + code + "/withdrawals")
                .then();
    }

    private IndicatorCalls calls() {
        return new IndicatorCalls(issuer);
    }

    /** The versions that the database has of a set. */
    private List<Integer> kept(String subject) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select version from observation_set where indicator || '/' || year || '/' || structure_date = ? order by version")) {
            query.setString(1, subject);
            try (var rows = query.executeQuery()) {
                var versions = new ArrayList<Integer>();
                while (rows.next()) {
                    versions.add(rows.getInt(1));
                }
                return versions;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
