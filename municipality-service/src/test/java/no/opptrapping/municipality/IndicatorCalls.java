package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** What the tests of indicators ask the service for. */
final class IndicatorCalls {
    private final String issuer;

    IndicatorCalls(String issuer) {
        this.issuer = issuer;
    }

    void define(String code, String kind) {
        as("adviser")
                .contentType(ContentType.JSON)
                .body(definition(code, kind))
                .post("/v1/indicators")
                .then()
                .statusCode(201)
                .body("code", is(code));
    }

    static Map<String, Object> definition(String code, String kind) {
        return Map.of(
                "code",
                code,
                "kind",
                kind,
                "name",
                Map.of("nb", "Plasser", "nn", "Plassar", "en", "Beds"),
                "unit",
                "beds",
                "source",
                "A test",
                "licence",
                "none");
    }

    Response upload(String code, int year, byte[] csv) {
        return as("adviser")
                .contentType("text/csv")
                .queryParam("year", year)
                .body(csv)
                .post("/v1/indicators/" + code + "/values");
    }

    static Response values(String code, int year) {
        return given().queryParam("year", year).get("/v1/indicators/" + code + "/values");
    }

    RequestSpecification as(String role) {
        var token = given().formParams(Map.of("grant_type", "password", "username", "kari", "roles", role))
                .post(issuer + "/staff/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
        return given().auth().oauth2(token);
    }
}
