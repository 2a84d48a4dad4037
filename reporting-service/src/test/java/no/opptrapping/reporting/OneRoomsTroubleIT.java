package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.Obligations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One room whose report cannot be opened does not keep the others closed. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class OneRoomsTroubleIT {
    private static final Instant BEFORE = Instant.parse("2026-02-01T08:00:00Z");

    @Inject
    Neighbours neighbours;

    @Inject
    Obligations obligations;

    @Inject
    SimulatedClock clock;

    @AfterEach
    void goBack() {
        clock.resetTo(BEFORE);
    }

    @Test
    void anUnknownFormKeepsItsOwnReportClosedAndNoOther() {
        clock.resetTo(BEFORE);
        var bad = UUID.randomUUID().toString();
        var good = UUID.randomUUID().toString();
        var other = neighbours.frameworkAllocation(bad, UUID.randomUUID().toString(), "4601", 1);
        neighbours.publish(
                new Neighbours.Sent(
                        other.id(),
                        other.topic(),
                        other.key(),
                        other.subject(),
                        other.version(),
                        other.data().replace("is-24-8", "no-such-form")),
                neighbours.frameworkAllocation(good, UUID.randomUUID().toString(), "4601", 1));
        Poll.until("both to wait", () -> has(bad, ObligationStatus.WAITING) && has(good, ObligationStatus.WAITING));

        clock.resetTo(Instant.parse("2027-01-20T08:00:00Z"));

        Poll.until("the other to open", () -> has(good, ObligationStatus.OPEN));
        Poll.until(
                "the alarm",
                () -> given().get("/q/metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.startsWith("opptrapping_rounds_failing{round=\"open-due-obligations\"}")
                                && Double.parseDouble(line.substring(line.indexOf(' '))) >= 1));
        Poll.until("it still waits", () -> has(bad, ObligationStatus.WAITING));
    }

    private boolean has(String allocation, ObligationStatus status) {
        return find(allocation).filter(one -> one.status() == status).isPresent();
    }

    private Optional<Obligation> find(String allocation) {
        return obligations.find(ObligationId.of(UUID.fromString(allocation)));
    }
}
