package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.platform.testing.DeadLetterExample;
import no.opptrapping.platform.testing.OpenApiExamples;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.Test;

/** Every operation has an example in the API's document: one report from award to statistics, answered as shown. */
@QuarkusTest
@TestProfile(OpenApiExamplesIT.Alone.class)
class OpenApiExamplesIT {
    /** The service with a database that no other test writes to: statistics are of everything that there is. */
    public static class Alone extends ReportingApplication {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(RealInfrastructure.class, Map.of(RealInfrastructure.DATABASE, "examples")));
        }
    }

    private static final String ORGANISATION = Tokens.organisationNumber(555_501);

    private static final List<String> IN_TURN = List.of(
            "getForm",
            "listObligations",
            "listReports",
            "getReport",
            "writeReport",
            "getOverview",
            "submitReport",
            "returnReport",
            "approveReport",
            "getBenchmark",
            "listDeadLetters",
            "getDeadLetter",
            "retryDeadLetter");

    @Inject
    Neighbours neighbours;

    @Inject
    Tokens tokens;

    @Inject
    SimulatedClock clock;

    @Inject
    DataSource database;

    @Test
    void everyOperationAnswersAsItsExampleShows() {
        clock.resetTo(Instant.parse("2026-02-01T08:00:00Z"));
        tromsoIsPaidAnAward();
        DeadLetterExample.in(database);
        var document = given().queryParam("format", "json").get("/q/openapi").asString();

        assertThat(OpenApiExamples.of(document, this::caller)
                        .first(IN_TURN)
                        .counting("readEventCounts")
                        .replay())
                .isEmpty();
    }

    private void tromsoIsPaidAnAward() {
        var tromso = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        neighbours.publish(
                neighbours.municipality(tromso, "5501", "Tromsø", ORGANISATION),
                neighbours.opening(neighbours.award(award, 1, "accepted", tromso, "5501", 4_387_000), "2026-01-15"),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", award, tromso, 4_387_000));
        Poll.until(
                "the report to open",
                () -> !tromso().get("/v1/reports").jsonPath().getList("items").isEmpty());
    }

    private RequestSpecification caller(String operation) {
        return switch (operation) {
            case "readEventCounts", "listDeadLetters", "getDeadLetter", "retryDeadLetter" ->
                tokens.staff("kari", "administrator");
            case "returnReport" -> controller();
            case "approveReport" -> {
                itIsSubmittedAgain();
                yield controller();
            }
            default -> tromso();
        };
    }

    private void itIsSubmittedAgain() {
        String report = tromso().get("/v1/reports").path("items[0].id");
        tromso().post("/v1/reports/" + report + "/submission").then().statusCode(201);
    }

    private RequestSpecification tromso() {
        return tokens.municipality(ORGANISATION);
    }

    private RequestSpecification controller() {
        return tokens.staff("kaia", "controller");
    }
}
