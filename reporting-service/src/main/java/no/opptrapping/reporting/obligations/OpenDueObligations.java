package no.opptrapping.reporting.obligations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;

/** Looks again and again whether the date has come that an obligation waits for, and opens room by room. */
@ApplicationScoped
class OpenDueObligations {
    private final KeepObligations keep;
    private final Rounds rounds;
    private final Clock clock;

    OpenDueObligations(KeepObligations keep, Rounds rounds, Clock clock) {
        this.keep = keep;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(
            every = "${opptrapping.obligations.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        var today = BusinessDates.today(clock);
        rounds.each("open-due-obligations", () -> keep.toOpen(today), room -> keep.open(room, today));
    }
}
