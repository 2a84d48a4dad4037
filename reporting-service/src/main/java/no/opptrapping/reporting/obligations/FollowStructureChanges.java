package no.opptrapping.reporting.obligations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Looks again and again whether a structure change has taken effect, and hands the obligations of the municipalities
 * that have ceased to those that bear their duties. A change heard of late, in advance or out of order comes to the
 * same, because what an obligation becomes depends only on what is known and on the date.
 */
@ApplicationScoped
class FollowStructureChanges {
    private final KeepObligations keep;
    private final Clock clock;

    FollowStructureChanges(KeepObligations keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
    }

    @Scheduled(
            every = "${opptrapping.obligations.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        var today = BusinessDates.today(clock);
        keep.toHandOver(today).forEach(room -> keep.handOver(room, today));
    }
}
