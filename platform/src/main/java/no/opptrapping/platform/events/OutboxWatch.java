package no.opptrapping.platform.events;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks at the outbox now and then, so that reading the metrics costs no query. */
@ApplicationScoped
class OutboxWatch {
    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);
    private static final String READ = """
            select count(*) as pending,
                   coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0) as age
            from outbox
            """;

    private final DataSource database;
    private final EventMetrics metrics;

    OutboxWatch(DataSource database, EventMetrics metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "{opptrapping.events.watch-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ);
                var row = select.executeQuery()) {
            row.next();
            metrics.outbox(Math.max(0, row.getDouble("age")), row.getDouble("pending"));
        } catch (SQLException away) {
            LOG.debug("The outbox could not be looked at", away);
            metrics.outbox(Double.NaN, Double.NaN);
        }
    }
}
