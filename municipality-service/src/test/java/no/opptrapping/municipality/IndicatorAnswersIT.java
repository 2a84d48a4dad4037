package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What indicators say of themselves when they are asked for, and when what is uploaded is wrong. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class IndicatorAnswersIT {
    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @Test
    void listsEveryFaultOfAnUploadByItsLine() {
        calls().define("closed-beds", "quantity");
        calls().upload(
                        "closed-beds",
                        2024,
                        "number,value,status\n1507,1,\n0301,-1,\n0301,2,\n11,3,\n1103,x,final\n1106,1,good\n1108,,final\n1112,1,missing\n1111+1114,..,\n1,2\n"
                                .getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.collect { it.code + ' ' + it.pointer }",
                        hasItems(
                                "municipality.ceased line:2",
                                "indicator.bad-value line:3",
                                "conversion.duplicate-number line:4",
                                "municipality.bad-number line:5",
                                "indicator.bad-value line:6",
                                "indicator.bad-status line:7",
                                "indicator.value-missing line:8",
                                "indicator.value-though-missing line:9",
                                "indicator.joint-without-value line:10",
                                "indicator.wrong-number-of-columns line:11"))
                .body("errors", hasSize(10))
                .body("errors.find { it.pointer == 'line:2' }.arguments.successors", contains("1508", "1580"));
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .queryParam("year", 2024)
                .body(
                        "{\"values\":[{\"number\":\"9999\",\"value\":\"1\"},{\"value\":\"1\"},{\"number\":\"0301\",\"value\":1}],\"x\":1}")
                .post("/v1/indicators/closed-beds/values")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/values/0", "/values/1/number", "/values/2/value", "/x"));
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .queryParam("year", 2024)
                .body("{\"values\":[")
                .post("/v1/indicators/closed-beds/values")
                .then()
                .statusCode(400);
        IndicatorCalls.values("closed-beds", 2024).then().statusCode(404);
    }

    @Test
    void averagesARatioOverAMergerByPopulation() {
        given().queryParam("year", 2016)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/need-index/values")
                .then()
                .statusCode(200)
                .body("kind", is("ratio"))
                .body("total", nullValue())
                .body("items", hasSize(357))
                .body("items.find { it.number == '5001' }.status", is("estimated"))
                .body("items.find { it.number == '0301' }.status", is("final"));
        given().queryParam("year", 2026)
                .queryParam("structureDate", "2019-01-01")
                .get("/v1/indicators/need-index/values")
                .then()
                .statusCode(200)
                .body("items", hasSize(422))
                .body("items.find { it.number == '5030' }.status", is("estimated"));
    }

    @Test
    void givesValuesAsCsvAndJsonStatWithTagsOfTheirOwn() {
        var csv = given().accept("text/csv")
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", containsString("public"))
                .header("Vary", containsString("Accept"))
                .extract();
        assertThat(csv.asString())
                .startsWith("number,name,value,status\r\n0101,Halden,")
                .contains("0706+0719+0720,,62204,final\r\n");
        var stat = given().accept("application/json-stat+json")
                .header("Accept-Language", "en")
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .contentType("application/json-stat+json")
                .body("version", is("2.0"))
                .body("class", is("dataset"))
                .body("label", is("Population on 1 January"))
                .body("id", contains("Region", "ContentsCode", "Tid"))
                .body("size", contains(428, 1, 1))
                .body("value", hasSize(428))
                .body("dimension.Region.category.label.'0301'", is("Oslo"))
                .extract();
        assertThat(stat.header("ETag")).isNotEqualTo(csv.header("ETag"));
        given().accept("application/json-stat+json")
                .header("Accept-Language", "en")
                .header("If-None-Match", stat.header("ETag"))
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(304);
        given().accept("application/json-stat+json")
                .header("Accept-Language", "nn")
                .header("If-None-Match", stat.header("ETag"))
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200);
        given().accept("text/csv")
                .header("If-None-Match", csv.header("ETag"))
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(304);
        given().accept("image/png")
                .queryParam("year", 2014)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(406);
    }

    @Test
    void givesPeopleCsvThatTheirSpreadsheetOpens() {
        var forPrograms = given().accept("text/csv")
                .queryParam("year", 2026)
                .get("/v1/indicators/need-index/values")
                .then()
                .statusCode(200)
                .extract();
        var forPeople = given().accept("text/csv")
                .queryParam("year", 2026)
                .queryParam("dialect", "excel")
                .get("/v1/indicators/need-index/values")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract();

        assertThat(forPeople.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        var lines = new String(forPeople.asByteArray(), StandardCharsets.UTF_8);
        assertThat(lines)
                .startsWith("\uFEFFnumber;name;value;status\r\n0301;Oslo")
                .contains("\r\n1103;Stavanger;0,");
        assertThat(lines.substring(1).replace(',', '.').replace(';', ',')).isEqualTo(forPrograms.asString());
        assertThat(forPeople.header("ETag")).isNotEqualTo(forPrograms.header("ETag"));
        given().accept("text/csv")
                .queryParam("year", 2026)
                .queryParam("dialect", "stars")
                .get("/v1/indicators/need-index/values")
                .then()
                .statusCode(400);
    }

    @Test
    void letsOnlyTheDirectoratePublishAndEachCodeOnce() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/indicators")
                .then()
                .statusCode(401);
        calls().as("controller")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/indicators")
                .then()
                .statusCode(403);
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .body("{\"code\":\"No!\",\"kind\":\"x\",\"categories\":[{}]}")
                .post("/v1/indicators")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/code", "/kind", "/name", "/unit", "/source", "/licence", "/categories/0/code"));
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .body(IndicatorCalls.definition("population", "quantity"))
                .post("/v1/indicators")
                .then()
                .statusCode(409)
                .body("type", startsWith("https://opptrapping.no/problems/indicator.taken"));
        calls().as("adviser")
                .contentType(ContentType.JSON)
                .body(IndicatorCalls.definition("empty-grouping", "grouping"))
                .post("/v1/indicators")
                .then()
                .statusCode(422)
                .body("errors.code", contains("indicator.categories-of-a-grouping"));
        calls().upload("nothing", 2024, "number,value\n0301,1\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(404);
    }

    @Test
    void answersThatNothingHasChangedToWhoHasVersionsOrATable() {
        for (var address : List.of(
                "/v1/indicators/population",
                "/v1/indicators/population/versions?year=2019",
                "/v1/tables/county?structureDate=2014-01-01")) {
            var tag = given().get(address).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag).get(address).then().statusCode(304);
        }
    }

    private IndicatorCalls calls() {
        return new IndicatorCalls(issuer);
    }
}
