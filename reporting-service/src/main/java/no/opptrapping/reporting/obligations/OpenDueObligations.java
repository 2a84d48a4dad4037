package no.opptrapping.reporting.obligations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks again and again whether the date has come that an obligation waits for. */
@ApplicationScoped
class OpenDueObligations {
    private final KeepObligations keep;

    OpenDueObligations(KeepObligations keep) {
        this.keep = keep;
    }

    @Scheduled(
            every = "${opptrapping.obligations.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        keep.openDue();
    }
}
