package no.opptrapping.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;

/**
 * The time during which one relay alone publishes a database's outbox: from the advisory lock being taken on a
 * connection of its own to that connection's end.
 *
 * <p>The lock keeps others from starting; the broker's fencing keeps this one from going on: whoever takes the lock next
 * makes the broker refuse every record and commit of an earlier tenure ({@code initTransactions} of the same
 * transactional id). So a lock that is lost in flight leads to repeated events, never to an older one after a newer.
 */
final class RelayTenure implements AutoCloseable {
    private static final String SELECT = "select " + OutboxRow.COLUMNS + " from outbox order by id limit ?";
    private final Connection connection;
    private final Producer<String, String> broker;
    private final String source;
    private final int batch;

    /** The connection holds the lock; from here on this is the only producer that the broker listens to. */
    RelayTenure(Connection connection, Producer<String, String> broker, String source, int batch) {
        this.connection = connection;
        this.broker = broker;
        this.source = source;
        this.batch = batch;
    }

    /** Shuts out the producers of earlier tenures and aborts what they left unfinished. */
    void begin() {
        broker.initTransactions();
    }

    /**
     * Publishes the oldest rows and deletes them once the broker has acknowledged them all.
     *
     * @return how many were published by topic; empty when there were none
     * @throws SQLException when the database, and with it perhaps the lock, is gone
     * @throws org.apache.kafka.common.KafkaException when the broker is away, refuses, or listens to a newer tenure;
     *     the rows stay
     */
    Map<String, Integer> publishOldest() throws SQLException {
        var rows = oldest();
        if (rows.isEmpty()) {
            return Map.of();
        }
        broker.beginTransaction();
        for (var row : rows) {
            // A refused record makes the commit fail, so its own answer need not be awaited here.
            var _ = broker.send(row.toRecord(source));
        }
        broker.commitTransaction();
        return delete(rows);
    }

    private List<OutboxRow> oldest() throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setInt(1, batch);
            var rows = new ArrayList<OutboxRow>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(OutboxRow.read(found));
                }
            }
            return rows;
        }
    }

    private Map<String, Integer> delete(List<OutboxRow> rows) throws SQLException {
        var published = new TreeMap<String, Integer>();
        rows.forEach(row -> published.merge(row.topic(), 1, Integer::sum));
        connection.setAutoCommit(false);
        try (var delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
            for (var entry : published.entrySet()) {
                EventCounts.raise(connection, EventCounts.Kind.PUBLISHED, entry.getKey(), entry.getValue());
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
        return published;
    }

    @Override
    public void close() {
        // What is unfinished is aborted by the broker; waiting for it would only keep the next tenure out.
        broker.close(Duration.ZERO);
    }
}
