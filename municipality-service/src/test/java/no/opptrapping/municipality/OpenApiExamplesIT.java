package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import no.opptrapping.platform.testing.OpenApiExamples;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every operation of the register has an example in the API's document, and the service answers as it shows. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class OpenApiExamplesIT {
    private static final Set<String> REPLAYED = Set.of(
            "listChanges",
            "listCodeChanges",
            "listCounties",
            "getCounty",
            "listMunicipalities",
            "getMunicipality",
            "getMunicipalityHistory",
            "getMunicipalityByIdentity",
            "findMunicipalityByOrganisationNumber",
            "enterOrganisationNumber",
            "getRepresentation",
            "enterRepresentation");

    @Inject
    SimulatedClock clock;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @Test
    void everyOperationOfTheRegisterAnswersAsItsExampleShows() {
        clock.resetTo(Instant.parse("2026-06-01T08:00:00Z"));
        var document = given().queryParam("format", "json").get("/q/openapi").asString();
        var token = given().formParams(Map.of(
                        "grant_type", "password", "username", "kari", "roles", "administrator,adviser,controller"))
                .post(issuer + "/staff/token")
                .jsonPath()
                .getString("access_token");

        assertThat(OpenApiExamples.replay(document, () -> given().auth().oauth2(token), id -> !REPLAYED.contains(id)))
                .isEmpty();
    }
}
