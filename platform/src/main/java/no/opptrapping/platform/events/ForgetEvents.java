package no.opptrapping.platform.events;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.rounds.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets events that were taken in long ago and that a newer version of their subject has been applied after. Should a
 * topic ever be read again from its beginning, they are outdated by the newer version all the same; the newest event of
 * every subject is kept, so that it is not applied twice. What remains grows with the subjects and not with the events.
 */
@ApplicationScoped
class ForgetEvents {
    private static final Logger LOG = Logger.getLogger(ForgetEvents.class);
    /** So few that consumers are never held up. */
    private static final int AT_ONCE = 5000;

    private static final String FORGET = """
            delete from inbox where (topic, event_id) in (
                select i.topic, i.event_id from inbox i
                join inbox_subject s on s.topic = i.topic and s.subject = i.subject and s.version > i.version
                where i.received_at < now() - ? * interval '1 second' order by i.received_at limit ?)
            """;

    private final PlainSql sql;
    private final Rounds rounds;
    private final Duration kept;

    ForgetEvents(PlainSql sql, Rounds rounds, @ConfigProperty(name = "opptrapping.events.kept") Duration kept) {
        this.sql = sql;
        this.rounds = rounds;
        this.kept = kept;
    }

    @Scheduled(
            every = "{opptrapping.events.forget-every}",
            delayed = "{opptrapping.events.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forget() {
        rounds.once("forget-events", () -> {
            var all = forget(kept);
            if (all > 0) {
                LOG.infof("Forgot %d events that newer versions of their subjects have made superfluous", all);
            }
        });
    }

    /** Forgets those older than this; says how many. */
    int forget(Duration age) {
        var all = 0;
        for (var some = AT_ONCE; some == AT_ONCE; all += some) {
            some = sql.update(FORGET, age.toSeconds(), AT_ONCE);
        }
        return all;
    }
}
