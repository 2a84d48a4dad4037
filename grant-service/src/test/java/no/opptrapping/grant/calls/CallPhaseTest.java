package no.opptrapping.grant.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** A call opens with its first day in Norway and closes with the last instant of its deadline. */
class CallPhaseTest {
    /** The autumn hour that comes twice: the deadline is 02:30 the second time, which is 01:30 UTC. */
    private static final Instant SECOND_HALF_PAST_TWO = Instant.parse("2025-10-26T01:30:00Z");

    private static final Call CALL = new Call(
                    new CallId(new UUID(0, 1)),
                    new SchemeId(new UUID(0, 2)),
                    Year.of(2026),
                    new LocalisedText("a", "b", "c"),
                    LocalDate.of(2025, 10, 1),
                    SECOND_HALF_PAST_TWO,
                    Kroner.of(1),
                    DivisionRule.RANKED,
                    TieRule.NONE,
                    false,
                    List.of(),
                    CallStatus.DRAFT,
                    1,
                    "ada",
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    CallParts.WHOLE)
            .announced("dina", Instant.EPOCH, 1);

    @Test
    void opensAtMidnightInNorway() {
        assertThat(CALL.phase(Instant.parse("2025-09-30T21:59:59.999999Z"))).isEqualTo(CallPhase.SCHEDULED);
        assertThat(CALL.phase(Instant.parse("2025-09-30T22:00:00Z"))).isEqualTo(CallPhase.OPEN);
    }

    @Test
    void isOpenTheFirstTimeThatTheClockShowsTheDeadlineAndClosedAfterTheSecond() {
        assertThat(CALL.phase(Instant.parse("2025-10-26T00:30:01Z"))).isEqualTo(CallPhase.OPEN);
        assertThat(CALL.phase(SECOND_HALF_PAST_TWO)).isEqualTo(CallPhase.OPEN);
        assertThat(CALL.phase(SECOND_HALF_PAST_TWO.plusNanos(1_000))).isEqualTo(CallPhase.CLOSED);
    }

    @Test
    void isWhatWasDecidedOfItWhateverTheClockSays() {
        assertThat(CALL.closed(new CallParts.Decided(null, new UUID(0, 3), Instant.EPOCH))
                        .phase(Instant.EPOCH))
                .isEqualTo(CallPhase.DECIDED);
        assertThat(CALL.cancelled(new CallChange(CallChange.Kind.CANCELLED, "dina", Instant.EPOCH, "Av.", null))
                        .phase(SECOND_HALF_PAST_TWO))
                .isEqualTo(CallPhase.CANCELLED);
    }
}
