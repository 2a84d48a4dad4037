package no.opptrapping.municipality;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Files as people have them: what can be read is read, what could mean two things is refused or asked about. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class IndicatorUploadIT {
    private static final List<String> NUMBERS = List.of("1103", "1108", "4601", "5001", "5501", "1508", "1804", "3301");

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @Test
    void personsAreWholeAndAPointAmongSemicolonsIsNeverGuessedAt() {
        define("counted-persons", "persons");

        upload("counted-persons", 2024, "number;value\n0301;709.037\n1103;149 048\n5001;12,5")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("indicator.point-among-commas", "indicator.too-many-decimals"))
                .body("errors.pointer", containsInAnyOrder("line:2", "line:4"));
        upload("counted-persons", 2024, "number,value\n0301,709.037")
                .statusCode(422)
                .body("errors.code", contains("indicator.too-many-decimals"));
        upload("counted-persons", 2024, "number;value\n0301;709 037\n1103;")
                .statusCode(422)
                .body("errors.code", contains("indicator.value-blank"))
                .body("errors.pointer", contains("line:3"));
        upload("counted-persons", 2024, "sep=;\nnumber;value;\n0301;709\u00a0037;\n;;\n")
                .statusCode(201)
                .body("values", is(1));
        IndicatorCalls.values("counted-persons", 2024).then().body("total", is("709037"));
    }

    @Test
    void aVersionThatLosesMostOfItsValuesIsTakenInWhenAPersonSaysSo() {
        calls().define("lost-values", "quantity");
        upload("lost-values", 2024, file(";1")).statusCode(201).body("version", is(1));

        upload("lost-values", 2024, "number;value\n5001;2")
                .statusCode(422)
                .body("type", is("https://opptrapping.no/problems/indicator.to-be-confirmed"))
                .body("errors.code", contains("indicator.far-fewer-values"))
                .body("errors[0].detail", containsString("8"));
        upload("lost-values", 2024, "number;value\n5001;2", "same-as-last-year").statusCode(422);
        upload("lost-values", 2024, "number;value\n5001;2", "far-fewer-values")
                .statusCode(201)
                .body("version", is(2))
                .body("values", is(1));
        upload("lost-values", 2024, "number;value\n5001;2").statusCode(200).body("version", is(2));
    }

    @Test
    void lastYearsValuesOnceMoreAndANumberWithoutItsZeroAreAskedAbout() {
        calls().define("same-again", "quantity");
        upload("same-again", 2024, file(";7")).statusCode(201);

        upload("same-again", 2025, file(";7"))
                .statusCode(422)
                .body("errors.code", contains("indicator.same-as-last-year"));
        upload("same-again", 2025, file(";7") + "301;8\n")
                .statusCode(422)
                .body("errors.code", contains("indicator.leading-zero-lost"));
        upload("same-again", 2025, file(";7"), "same-as-last-year").statusCode(201);
        upload("same-again", 2025, file(";7") + "301;8\n", "leading-zero-lost", "same-as-last-year")
                .statusCode(201)
                .body("version", is(2));
        IndicatorCalls.values("same-again", 2025).then().body("items.find { it.number == '0301' }.value", is("8"));
        upload("same-again", 2025, file(";7"), "stars").statusCode(400);
    }

    private static String file(String rest) {
        return NUMBERS.stream()
                .map(number -> number + rest + "\n")
                .collect(Collectors.joining("", "number;value\n", ""));
    }

    private void define(String code, String unit) {
        var definition = new HashMap<>(IndicatorCalls.definition(code, "quantity"));
        definition.put("unit", unit);
        calls().as("adviser")
                .contentType("application/json")
                .body(definition)
                .post("/v1/indicators")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse upload(String code, int year, String text, String... confirmed) {
        var call = calls().as("adviser").contentType("text/csv").queryParam("year", year);
        return (confirmed.length == 0 ? call : call.queryParam("confirm", List.of(confirmed)))
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/indicators/" + code + "/values")
                .then();
    }

    private IndicatorCalls calls() {
        return new IndicatorCalls(issuer);
    }
}
