package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator enters the organisation number that the reference data lacks. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class OrganisationNumberIT {
    @Inject
    SimulatedClock clock;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @BeforeEach
    void standInTheSummerOf2026() {
        clock.resetTo(Instant.parse("2026-06-01T08:00:00Z"));
    }

    @Test
    void letsAnAdministratorEnterAnUnknownOrganisationNumber() {
        var path = "/v1/municipalities/1580/organisation-number";
        var body = Map.of("organisationNumber", "999999999", "source", "A letter from the municipality, 1 June 2026");
        var tag = given().get("/v1/municipalities/1580").then().extract().header("ETag");

        given().contentType(ContentType.JSON)
                .body(body)
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(401);
        as("adviser").body(body).header("If-Match", tag).put(path).then().statusCode(403);
        as("administrator").body(body).put(path).then().statusCode(428);
        as("administrator")
                .body(body)
                .header("If-Match", "\"1\"")
                .put(path)
                .then()
                .statusCode(412);
        as("administrator")
                .body(Map.of("organisationNumber", "999999998", "source", "x"))
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/organisationNumber"));
        as("administrator")
                .body(Map.of("organisationNumber", "942110464", "source", "x"))
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("municipality.organisation-number-of-another"));

        var next = as("administrator")
                .body(body)
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(200)
                .body("organisationNumber", is("999999999"))
                .extract()
                .header("ETag");

        assertThat(next).isNotEqualTo(tag);
        given().get("/v1/municipalities/by-organisation-number/999999999")
                .then()
                .statusCode(200)
                .header("ETag", next)
                .body("number", is("1580"));
        as("administrator").body(body).header("If-Match", tag).put(path).then().statusCode(412);
    }

    @Test
    void refusesToReplaceANumberThatIsKnownAndOneForANumberThatCeased() {
        var body = Map.of("organisationNumber", "999999999", "source", "x");
        var tag = given().get("/v1/municipalities/0301").header("ETag");
        as("administrator")
                .body(body)
                .header("If-Match", tag)
                .put("/v1/municipalities/0301/organisation-number")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("municipality.organisation-number-known"));
        as("administrator")
                .body(body)
                .header("If-Match", "*")
                .put("/v1/municipalities/1507/organisation-number")
                .then()
                .statusCode(404)
                .body("successors.number", contains("1508", "1580"));
    }

    private RequestSpecification as(String role) {
        var token = given().formParams(Map.of("grant_type", "password", "username", "kari", "roles", role))
                .post(issuer + "/staff/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
