package no.opptrapping.grant.applications;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.rounds.Rounds;

/** Takes up again what was returned for completion and not submitted again in time, as it was submitted before. */
@ApplicationScoped
public class EndCompletions {
    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final Applications applications;
    private final Rounds rounds;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    EndCompletions(Applications applications, Rounds rounds, Outbox outbox, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.rounds = rounds;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes up what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.applications.completions-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("end-completions", this::over, this::takeUp);
    }

    private List<ApplicationId> over() {
        return QuarkusTransaction.requiringNew().call(() -> applications.notCompletedBy(clock.instant(), MOST_A_ROUND));
    }

    /** Takes it up unless it has been submitted or withdrawn meanwhile. */
    @CanIgnoreReturnValue
    Optional<Application> takeUp(ApplicationId id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return applications
                    .lock(id)
                    .filter(application -> application
                            .completion()
                            .filter(completion -> !completion.isOpen(now))
                            .isPresent())
                    .map(application -> application.notCompleted(now))
                    .map(this::stored);
        });
    }

    private Application stored(Application application) {
        applications.change(application);
        outbox.append(ApplicationV1.of(application));
        audit.decision("application.not-completed", application.id().toString(), Map.of());
        return application;
    }
}
