package no.opptrapping.municipality.sync;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.opptrapping.platform.rounds.Rounds;
import org.jboss.logging.Logger;

/** Asks every source in turn at the times that the configuration says; what is found is proposed, never adopted. */
@ApplicationScoped
class SyncOnSchedule {
    private static final Logger LOG = Logger.getLogger(SyncOnSchedule.class);

    private final StartSync startSync;
    private final Rounds rounds;

    SyncOnSchedule(StartSync startSync, Rounds rounds) {
        this.startSync = startSync;
        this.rounds = rounds;
    }

    @Scheduled(
            cron = "{opptrapping.sync.schedule}",
            timeZone = "Europe/Oslo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void run() {
        rounds.each("sync", () -> List.of(Source.values()), this::ask);
    }

    private void ask(Source source) {
        switch (startSync.start(source)) {
            case StartSync.Outcome.Ran(var run) ->
                LOG.infof("Synchronised %s: %s", source.code(), run.status().code());
            case StartSync.Outcome.AlreadyRunning() -> LOG.infof("%s is being synchronised elsewhere", source.code());
        }
    }
}
