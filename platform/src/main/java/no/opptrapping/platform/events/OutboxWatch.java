package no.opptrapping.platform.events;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import no.opptrapping.platform.rounds.Rounds;
import org.jboss.logging.Logger;

/** Looks at the outbox and the dead letters now and then, so that reading the metrics costs no query. */
@ApplicationScoped
class OutboxWatch {
    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);
    private static final String READ = """
            select count(*) as pending,
                   coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0) as age,
                   (select count(*) from dead_letter where taken_in_at is null) as waiting
            from outbox
            """;

    private final DataSource database;
    private final EventMetrics metrics;
    private final Rounds rounds;

    OutboxWatch(DataSource database, EventMetrics metrics, Rounds rounds) {
        this.database = database;
        this.metrics = metrics;
        this.rounds = rounds;
    }

    @Scheduled(
            every = "{opptrapping.events.watch-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        rounds.once("outbox-watch", this::read);
    }

    private void read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ);
                var row = select.executeQuery()) {
            row.next();
            metrics.outbox(Math.max(0, row.getDouble("age")), row.getDouble("pending"));
            metrics.deadLettersWaiting(row.getDouble("waiting"));
        } catch (SQLException away) {
            LOG.debug("The outbox could not be looked at", away);
            metrics.outbox(Double.NaN, Double.NaN);
            metrics.deadLettersWaiting(Double.NaN);
        }
    }
}
