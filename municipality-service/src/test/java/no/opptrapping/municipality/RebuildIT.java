package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.TakeInReferenceData;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The register is thrown away and built again. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class RebuildIT {
    /** What an administrator may have entered in another test on the same database, and the name of a request. */
    private static final Pattern NOT_OF_THE_REFERENCE_DATA =
            Pattern.compile("\"(organisationNumber|traceId)\":(\"[^\"]*\"|null)");

    @Inject
    TakeInReferenceData takeIn;

    @Inject
    SimulatedClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "opptrapping.database.owner-role")
    String owner;

    @ConfigProperty(name = "opptrapping.database.owner-password")
    String password;

    @Test
    void givesTheSameAnswersIdentitiesIncluded() throws SQLException {
        clock.resetTo(Instant.parse("2026-06-01T08:00:00Z"));
        throwAwayAndBuild();
        var before = answers();
        throwAwayAndBuild();

        assertThat(answers()).containsExactlyEntriesOf(before);
        assertThat(before.get("/v1/municipalities/0301"))
                .as("derived from the first number and the founding day, whoever builds the register")
                .contains("22143589-6fe1-5a15-95b9-1f89319ace71");
    }

    private void throwAwayAndBuild() throws SQLException {
        try (var connection = DriverManager.getConnection(database, owner, password);
                var statement = connection.createStatement()) {
            statement.execute("truncate municipality, county, structure_change, indicator cascade");
            statement.execute("update register_state set revision = revision + 1, edition = ''");
        }
        takeIn.takeIn(ReadReferenceEdition.read());
    }

    private static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        for (var address : List.of(
                "/v1/municipalities?limit=500&date=2012-01-01",
                "/v1/municipalities?limit=500&date=2019-12-31",
                "/v1/municipalities?limit=500",
                "/v1/municipalities/0301",
                "/v1/municipalities/1507",
                "/v1/municipalities/0720/history",
                "/v1/municipalities/5001/history",
                "/v1/counties",
                "/v1/counties/30",
                "/v1/changes?limit=500",
                "/v1/code-changes",
                "/v1/indicators",
                "/v1/indicators/population/values?year=2019",
                "/v1/indicators/population/values?year=2023&structureDate=2024-01-01")) {
            answers.put(
                    address,
                    NOT_OF_THE_REFERENCE_DATA
                            .matcher(given().urlEncodingEnabled(false)
                                    .get(address)
                                    .asString())
                            .replaceAll(""));
        }
        return answers;
    }
}
