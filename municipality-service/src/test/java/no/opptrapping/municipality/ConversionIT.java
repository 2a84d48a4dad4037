package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures converted over HTTP, as anybody asks for them. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class ConversionIT {
    /** Statistics Norway's population of the whole country on 1 January, table 06913. */
    @ParameterizedTest
    @CsvSource({
        "2012,4985870",
        "2013,5051275",
        "2014,5109056",
        "2015,5165802",
        "2016,5213985",
        "2017,5258317",
        "2018,5295619",
        "2019,5328212"
    })
    void convertsThePopulationOfAYearToTheStructureOf2024WithoutLosingAnybody(int year, String published) {
        var values = given().queryParam("year", year)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .body("total", is(published))
                .extract()
                .jsonPath();
        var figures = values.<Map<String, Object>>getList("items").stream()
                .filter(item -> item.get("value") != null)
                .map(item -> Map.of("number", item.get("number"), "value", Long.valueOf((String) item.get("value"))))
                .toList();
        var joint = values.<Map<String, Object>>getList("joint").stream()
                .map(item -> Map.of("numbers", item.get("numbers"), "value", Long.valueOf((String) item.get("value"))))
                .toList();

        var converted = given().contentType(ContentType.JSON)
                .body(Map.of("from", year + "-01-01", "to", "2024-01-01", "figures", figures, "joint", joint))
                .post("/v1/conversions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(converted.getList("items.value", Long.class)).hasSize(357);
        assertThat(converted.getList("items.value", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(Long.parseLong(published));
        assertThat(converted.getList("items.flag")).doesNotContain("incomplete");
        assertThat(converted.getString("items.find { it.number == '1508' }.flag"))
                .isEqualTo("summed");
        assertThat(converted.getString("items.find { it.number == '1875' }.flag"))
                .isEqualTo("estimated");

        given().queryParam("year", year)
                .queryParam("structureDate", "2024-01-01")
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .body("total", is(published))
                .body("joint", is(List.of()))
                .body("items.findAll { it.status == 'missing' }", is(List.of()));
    }

    @Test
    void namesShareYearAndMethodOfEveryPart() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"from": "2019-01-01", "to": "2020-01-01",
                         "figures": [{"number": "5012", "value": 988}, {"number": "5013", "value": 4653}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(200)
                .body("total", is(988 + 4653))
                .body("items.number", contains("5055", "5056", "5059"))
                .body("items[1].value", is(4653 + 335))
                .body("items[1].flag", is("estimated"))
                .body("items[1].parts.number", contains("5012", "5013"))
                .body("items[1].parts.share", contains("0.339047619", "1"))
                .body("items[1].parts.method", contains("estimated", "whole"))
                .body("items[1].parts[0].year", is(2020))
                .body("items[1].parts[1].year", nullValue())
                .body("items[2].flag", is("incomplete"))
                .body("items[2].without", contains("5016", "5023", "5024"));
    }

    @Test
    void dividesDecimalsToTheLastOne() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"from": "2023-01-01", "to": "2024-01-01",
                         "figures": [{"number": "1507", "value": "100.5"}, {"number": "0301", "value": 7}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(200)
                .body("total", is("107.5"))
                .body("items.number", contains("0301", "1508", "1580"))
                .body("items.value", contains("7.0", "86.6", "13.9"));
        given().contentType(ContentType.JSON)
                .body("""
                        {"from": "2023-01-01", "to": "2024-01-01",
                         "figures": [{"number": "1507", "value": "1.1234567"}, {"number": "0301", "value": "-1.5"},
                                     {"number": "1103", "value": 10000000000000}, {"number": "1506", "value": "0.123456"},
                                     {"number": "1505", "value": "much"}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/figures/0/value", "/figures/1/value", "/figures/2/value", "/figures/4/value"));
    }

    @Test
    void averagesRatiosByTheirWeightsAndRefusesThemWithout() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"from": "2016-01-01", "to": "2020-01-01", "kind": "ratio",
                         "figures": [{"number": "0220", "value": "0.99", "weight": 60106},
                                     {"number": "0627", "value": "0.94", "weight": "22283"},
                                     {"number": "0628", "value": "0.97", "weight": 9413}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(200)
                .body("kind", is("ratio"))
                .body("items.number", contains("3025"))
                .body("items.value", contains("0.98"))
                .body("items.flag", contains("estimated"))
                .body("items[0].parts.value", contains("0.99", "0.94", "0.97"))
                .body("total", is("0.98"));
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("""
                        {"from": "2016-01-01", "to": "2020-01-01", "kind": "ratio",
                         "figures": [{"number": "0220", "value": "0.99"},
                                     {"number": "0627", "value": "0.94", "weight": 0}],
                         "joint": [{"numbers": ["0628", "0301"], "value": 1}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "conversion.weight-above-zero",
                                "conversion.ratio-needs-weights",
                                "conversion.ratio-needs-weights",
                                "conversion.ratio-of-several"));
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"2024-01-01\",\"to\":\"2020-01-01\",\"kind\":\"index\",\"figures\":[]}")
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/kind", "/figures"));
    }

    @Test
    void blankIsNeitherZeroNorLeftOut() {
        for (var blank : List.of("", "  ", "\\u00a0", "\\u200b")) {
            given().contentType(ContentType.JSON)
                    .body("""
                            {"from": "2023-01-01", "to": "2024-01-01",
                             "figures": [{"number": "1507", "value": "#"}, {"number": "#", "value": 7}],
                             "joint": [{"numbers": ["0301", "#"], "value": "#"}]}""".replace("#", blank))
                    .post("/v1/conversions")
                    .then()
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            hasItems("/figures/0/value", "/figures/1/number", "/joint/0/numbers/1", "/joint/0/value"));
            given().contentType(ContentType.JSON)
                    .body("{\"from\": \"#\", \"to\": \"2024-01-01T00:00:00Z\"}".replace("#", blank))
                    .post("/v1/conversions")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItems("/from", "/to"));
        }
    }

    @Test
    void saysHowDecimalsAreWrittenAndHowManyThereMayBe() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("""
                        {"from": "2023-01-01", "to": "2024-01-01",
                         "figures": [{"number": "1507", "value": 82.5}, {"number": "0301", "value": "1.1234567"},
                                     {"number": "1103", "value": "1.123456"}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/figures/0/value", "/figures/1/value"))
                .body("errors.code", contains("conversion.decimals-are-text", "conversion.too-many-decimals"))
                .body("errors[1].arguments.most", is(6))
                .body(
                        "errors.detail",
                        contains(
                                "Figures with decimals are written as text, for example \"82.5\".",
                                "The figure may have at most 6 decimals."));
    }

    @Test
    void namesEveryFaultOfARequestAtItsPlace() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("""
                        {"from": "2024-06-01", "to": "2020-01-01", "unit": "kroner", "figures": [
                          {"number": "1507", "value": 1}, {"number": 301, "value": 1}, {"number": "0301", "value": -1},
                          {"number": "1103", "value": 1.5}, {"number": "1103"}, "0301", {"number": "99", "value": 1}],
                         "joint": [{"numbers": ["1106"], "value": 3}]}""")
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/unit",
                                "/figures/0/number",
                                "/figures/1/number",
                                "/figures/2/value",
                                "/figures/3/value",
                                "/figures/4/value",
                                "/figures/4/number",
                                "/figures/5",
                                "/figures/6/number",
                                "/joint/0/numbers"))
                .body(
                        "errors.find { it.code == 'municipality.ceased' }.detail",
                        is("1507 Ålesund has not existed since 1 January 2024. Now: 1508 Ålesund, 1580 Haram."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"from\":\"2024-01-01\",\"to\":\"2020-01-01\"}",
                "{\"from\":\"1899-01-01\",\"to\":5,\"figures\":{}}",
                "{\"from\":\"2024-01-01\",\"to\":\"2020-01-01\",\"figures\":[null],\"joint\":[{\"numbers\":[[]]}]}"
            })
    void refusesWhatIsNoConversion(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/conversions")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }
}
