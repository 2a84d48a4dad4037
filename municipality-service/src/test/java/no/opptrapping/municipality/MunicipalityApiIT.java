package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register over HTTP, as anybody reads it. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class MunicipalityApiIT {
    @Inject
    SimulatedClock clock;

    @BeforeEach
    void standInTheSummerOf2026() {
        clock.resetTo(Instant.parse("2026-06-01T08:00:00Z"));
    }

    @Test
    void listsEveryMunicipalityOfADatePageByPage() {
        var numbers = new ArrayList<String>();
        String cursor = null;
        do {
            var request = given().queryParam("date", "2013-01-01").queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/municipalities")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("public"))
                    .extract()
                    .jsonPath();
            numbers.addAll(page.getList("items.number"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(numbers).hasSize(428).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/municipalities/0301", "/v1/counties/03", "/v1/indicators", "/v1/indicators/population"})
    void openDataIsReadFromAnyPageAndAskedForAgainByItsTag(String path) {
        var tag = given().get(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .extract()
                .header("ETag");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            given().header("If-None-Match", known).get(path).then().statusCode(304);
        }
        for (var odd : List.of("x", "\"", "W/", "\"a", "a\"b", ",")) {
            given().header("If-None-Match", odd).get(path).then().statusCode(200);
        }
    }

    @Test
    void findsMunicipalitiesByNameAndCounty() {
        given().queryParam("name", "aalesund")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items.number", contains("1508"))
                .body("items[0].county.name", is("Møre og Romsdal"));
        given().queryParam("county", "56")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items", hasSize(18))
                .body("items.number", everyItem(startsWith("56")));
        given().queryParam("name", "Våler")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items.county.name", contains("Østfold", "Innlandet"));
    }

    @Test
    void answersWithTheMunicipalityOfTheDateAndATagThatCanBeAskedWith() {
        var tag = given().get("/v1/municipalities/5001")
                .then()
                .statusCode(200)
                .body("name", is("Trondheim - Tråante"))
                .body("county.number", is("50"))
                .body("organisationNumber", is("942110464"))
                .body("from", is("2023-01-01"))
                .body("to", nullValue())
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/municipalities/5001")
                .then()
                .statusCode(304);
        given().queryParam("date", "2014-01-01")
                .get("/v1/municipalities/1601")
                .then()
                .statusCode(200)
                .body("name", is("Trondheim"))
                .body("to", is("2018-01-01"));
    }

    @Test
    void namesTheSuccessorsOfANumberThatHasCeased() {
        given().header("Accept-Language", "en")
                .get("/v1/municipalities/1507")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("https://opptrapping.no/problems/municipality.ceased"))
                .body("successors.number", contains("1508", "1580"))
                .body("successors.name", contains("Ålesund", "Haram"))
                .body("successors[0].from", is("2024-01-01"))
                .body(
                        "detail",
                        is("1507 Ålesund has not existed since 1 January 2024. Now: 1508 Ålesund, 1580 Haram."));
        given().header("Accept-Language", "nn")
                .get("/v1/municipalities/1702")
                .then()
                .statusCode(404)
                .body("successors.number", contains("5006"))
                .body("detail", containsString("finst ikkje lenger frå"));
    }

    @Test
    void saysWhoStoodWhereANumberIsNotYetInUse() {
        given().queryParam("date", "2014-01-01")
                .get("/v1/municipalities/5006")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/municipality.not-yet"))
                .body("predecessors.number", hasItem("1702"));
        given().get("/v1/municipalities/9999")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/municipality.unknown"));
    }

    /** Who is known to have been there in 2012 was not all there was before, so an earlier list would be wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/municipalities?date=2011-12-31",
                "/v1/municipalities/0301?date=2011-12-31",
                "/v1/municipalities/0301/history?date=2011-12-31",
                "/v1/municipalities/by-organisation-number/942110464?date=2011-12-31",
                "/v1/counties?date=2011-12-31",
                "/v1/changes?from=2011-12-31",
                "/v1/code-changes?from=2011-12-31",
                "/v1/indicators/population/values?year=2012&structureDate=2011-12-31",
                "/v1/indicators/population/versions?year=2012&structureDate=2011-12-31",
                "/v1/tables/county?structureDate=2011-12-31"
            })
    void saysThatItKnowsNothingOfEarlierDays(String address) {
        given().header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(422)
                .body("errors.code", contains("conversion.before-the-register"))
                .body("errors[0].detail", containsString("2012"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/municipalities?date=2026-02-30, query:date",
        "/v1/municipalities/5001?date=today, query:date",
        "/v1/municipalities?date=1899-12-31, query:date",
        "/v1/counties?date=2026, query:date",
        "/v1/changes?from=x, query:from",
        "/v1/code-changes?classification=county-governor, query:classification",
        "/v1/indicators/population/values?year=26, query:year",
        "/v1/indicators/population/values?year=1899, query:year",
        "/v1/indicators/population/values?year=2026&structureDate=x, query:structureDate",
        "/v1/indicators/population/values?year=2026&version=first, query:version",
        "/v1/tables/county?year=y, query:year"
    })
    void namesAParameterThatCannotBeRead(String address, String pointer) {
        given().get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains("validation.bad-parameter"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void saysOfANumberThatItIsNone() {
        for (var below : List.of("", "/history", "/official-names")) {
            given().get("/v1/municipalities/50" + below)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.code", contains("municipality.bad-number"))
                    .body("errors.pointer", contains("path:number"));
        }
        given().get("/v1/municipalities/by-organisation-number/942110465")
                .then()
                .statusCode(422)
                .body("errors.code", contains("municipality.bad-organisation-number"))
                .body("errors.pointer", contains("path:organisationNumber"));
        given().get("/v1/municipalities/by-identity/50").then().statusCode(404);
    }

    @Test
    void namesEveryFaultOfARequest() {
        given().queryParam("date", "2011-12-31")
                .queryParam("county", "5")
                .queryParam("limit", 0)
                .get("/v1/municipalities")
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        contains("municipality.bad-county", "conversion.before-the-register", "validation.too-small"))
                .body("errors.pointer", contains("query:county", "query:date", "query:limit"));
        given().get("/v1/indicators/population/values?version=0")
                .then()
                .statusCode(422)
                .body("errors.code", contains("validation.too-small", "validation.missing"))
                .body("errors.pointer", contains("query:version", "query:year"));
        given().queryParam("from", "2024-01-01")
                .queryParam("to", "2020-01-01")
                .get("/v1/changes")
                .then()
                .statusCode(422)
                .body("errors.code", contains("municipality.ends-before-it-begins"));
    }

    @Test
    void findsAMunicipalityByItsOrganisationNumberOnTheDate() {
        given().queryParam("date", "2013-06-01")
                .get("/v1/municipalities/by-organisation-number/942110464")
                .then()
                .statusCode(200)
                .body("number", is("1601"));
        given().get("/v1/municipalities/by-organisation-number/920415288")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/municipality.unknown-organisation-number"));
    }

    @Test
    void tellsAMunicipalitysHistoryAlsoWhenItHasCeased() {
        given().get("/v1/municipalities/0720/history")
                .then()
                .statusCode(200)
                .body("ceasedOn", is("2017-01-01"))
                .body("successors.number", hasItems("0704", "0710"))
                .body("successors.findAll { it.dutyBearer }.number", contains("0710"));
        given().get("/v1/municipalities/5001/history")
                .then()
                .statusCode(200)
                .body("versions.number", contains("1601", "5001", "5001", "5001"))
                .body("predecessors.number", contains("5030"));
    }

    @Test
    void listsCountiesAndChanges() {
        given().get("/v1/counties").then().statusCode(200).body("items", hasSize(15));
        given().queryParam("date", "2019-06-01")
                .get("/v1/counties")
                .then()
                .statusCode(200)
                .body("items", hasSize(18));
        given().queryParam("from", "2024-01-01")
                .queryParam("to", "2024-01-02")
                .queryParam("limit", 500)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(117))
                .body("items.findAll { it.kind == 'split' }[0].after.share", contains("0.8621253647", "0.1378746353"))
                .body("items.findAll { it.kind == 'split' }[0].dutyBearerReason.en", notNullValue());
    }

    @Test
    void givesAnIndicatorsValuesWithItsSourceAndTotal() {
        given().queryParam("year", 2012)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .body("licence", is("CC BY 4.0"))
                .body("items", hasSize(429))
                .body("items.find { it.number == '0720' }.status", is("missing"))
                .body("items.find { it.number == '0720' }.value", nullValue())
                .body("joint[0].numbers", contains("0706", "0719", "0720"))
                .body("total", is("4985870"));
        given().queryParam("year", 2019)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/population-18-66/values")
                .then()
                .statusCode(200)
                .body("items", hasSize(357))
                .body("items.find { it.number == '1580' }.status", is("final"))
                .body("items.find { it.number == '1875' }.status", is("estimated"));
        given().queryParam("year", 2020)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/kostra-group/values")
                .then()
                .statusCode(200)
                .body("items.find { it.number == '0301' }.value", is("13"))
                .body("total", nullValue());
        given().get("/v1/indicators")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("population", "health-region"));
        given().queryParam("year", 1999)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/indicator.no-values"))
                .body("available", hasItem("2026/2026-01-01"));
        given().queryParam("year", 2020)
                .get("/v1/indicators/nonsense/values")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/indicator.unknown"));
    }

    @Test
    void leadsOnFromANameOfAnotherTime() {
        given().queryParam("date", "2021-01-01")
                .queryParam("name", "haram")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("atAnotherTime.number", contains("1534", "1580"))
                .body("atAnotherTime[0].to", is("2020-01-01"))
                .body("atAnotherTime[0].successors.name", contains("Ålesund"))
                .body("atAnotherTime[1].from", is("2024-01-01"))
                .body("atAnotherTime[1].predecessors.name", contains("Ålesund"))
                .body("atAnotherTime[1].text.nn", containsString("1507 Ålesund"));
    }
}
