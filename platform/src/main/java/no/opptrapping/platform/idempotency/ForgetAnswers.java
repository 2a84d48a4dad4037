package no.opptrapping.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import no.opptrapping.platform.rounds.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Deletes the first answers that are too old for anybody to repeat their requests. */
@ApplicationScoped
class ForgetAnswers {
    private static final Logger LOG = Logger.getLogger(ForgetAnswers.class);
    /** So few that the table is never held up. */
    private static final int AT_ONCE = 5000;

    private final Answers answers;
    private final Rounds rounds;
    private final Duration kept;

    ForgetAnswers(
            Answers answers, Rounds rounds, @ConfigProperty(name = "opptrapping.idempotency.kept") Duration kept) {
        this.answers = answers;
        this.rounds = rounds;
        this.kept = kept;
    }

    @Scheduled(
            every = "{opptrapping.idempotency.forget-every}",
            delayed = "{opptrapping.idempotency.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forget() {
        rounds.once("forget-answers", this::forgetOld);
    }

    private void forgetOld() {
        var all = 0;
        for (var some = AT_ONCE; some == AT_ONCE; all += some) {
            some = answers.forget(kept, AT_ONCE);
        }
        if (all > 0) {
            LOG.infof("Forgot %d answers older than %s", all, kept);
        }
    }
}
