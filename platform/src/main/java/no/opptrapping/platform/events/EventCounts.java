package no.opptrapping.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import no.opptrapping.platform.database.PlainSql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many events this service has published, taken in, ignored and set aside since its database was made: counted in
 * the transactions themselves, so that the numbers survive a restart and agree with what was done.
 */
@ApplicationScoped
public class EventCounts {
    private static final String READ = """
            select coalesce(sum(count) filter (where kind = 'published'), 0) as published,
                   coalesce(sum(count) filter (where kind = 'consumed'), 0) as consumed,
                   coalesce(sum(count) filter (where kind = 'duplicate'), 0) as duplicates,
                   coalesce(sum(count) filter (where kind = 'outdated'), 0) as outdated,
                   (select count(*) from dead_letter) as dead_lettered,
                   (select count(*) from outbox) as pending
            from event_count
            """;
    private static final String RAISE = """
            insert into event_count (kind, topic, count) values (?, ?, ?)
            on conflict (kind, topic) do update set count = event_count.count + excluded.count
            """;

    /** What can be counted; the values are the database's. */
    enum Kind {
        PUBLISHED("published"),
        CONSUMED("consumed"),
        DUPLICATE("duplicate"),
        OUTDATED("outdated");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }
    }

    /**
     * The counts at one moment.
     *
     * @param published acknowledged by the broker
     * @param consumed applied, each event once
     * @param duplicates deliveries ignored because the event had been taken in before
     * @param outdated events ignored because a newer version of their subject had been applied
     * @param deadLettered records set aside because they could not be used
     * @param pending appended and not yet acknowledged by the broker
     */
    @Schema(name = "EventCounts")
    public record Counts(
            long published, long consumed, long duplicates, long outdated, long deadLettered, long pending) {}

    private final PlainSql sql;

    EventCounts(PlainSql sql) {
        this.sql = sql;
    }

    /** Reads the counts, all from one snapshot. */
    public Counts read() {
        return sql.one(
                READ,
                row -> new Counts(
                        row.getLong("published"),
                        row.getLong("consumed"),
                        row.getLong("duplicates"),
                        row.getLong("outdated"),
                        row.getLong("dead_lettered"),
                        row.getLong("pending")));
    }

    /** Raises a count within the connection's transaction; last in it, because the row stays locked until its end. */
    static void raise(Connection connection, Kind kind, String topic, int by) throws SQLException {
        try (var raise = connection.prepareStatement(RAISE)) {
            raise.setString(1, kind.stored);
            raise.setString(2, topic);
            raise.setInt(3, by);
            raise.executeUpdate();
        }
    }
}
