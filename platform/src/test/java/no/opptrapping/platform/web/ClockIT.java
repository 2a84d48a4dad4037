package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.embedded.issuer.LocalIssuer;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class ClockIT {
    LocalIssuer issuer;

    @Inject
    SimulatedClock simulated;

    @Inject
    Clock clock;

    @BeforeEach
    void begin() {
        simulated.resetTo(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @AfterEach
    void end() {
        simulated.resetTo(Instant.now());
    }

    @Test
    void anAdministratorMovesTheClockForwards() {
        move("administrator", "2025-03-01T22:59:00Z")
                .then()
                .statusCode(200)
                .body("instant", startsWith("2025-03-01T22:59:"));
        assertThat(BusinessDates.today(clock)).isEqualTo(LocalDate.of(2025, 3, 1));
        move("administrator", "2025-03-01T23:00:00Z").then().statusCode(200);
        assertThat(BusinessDates.today(clock)).isEqualTo(LocalDate.of(2025, 3, 2));
    }

    @Test
    void theClockDoesNotGoBackwards() {
        move("administrator", "2024-12-31T00:00:00Z")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/clock.backwards"));
        assertThat(clock.instant()).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void nobodyElseMovesTheClock() {
        move("adviser", "2025-03-01T00:00:00Z").then().statusCode(403);
        given().get("/local/clock").then().statusCode(401);
    }

    private Response move(String role, String instant) {
        return given().auth()
                .oauth2(issuer.staffToken("clock", role))
                .contentType("application/json")
                .body("{\"instant\":\"" + instant + "\"}")
                .put("/local/clock");
    }
}
