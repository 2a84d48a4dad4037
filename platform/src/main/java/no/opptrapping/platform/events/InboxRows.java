package no.opptrapping.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The inbox in the database; every method is part of the connection's transaction. */
final class InboxRows {
    private static final String CLAIM = """
            insert into inbox (topic, event_id, subject, version, outcome) values (?, ?, ?, ?, 'applied')
            on conflict do nothing
            """;
    private static final String ADVANCE = """
            insert into inbox_subject (topic, subject, version) values (?, ?, ?)
            on conflict (topic, subject) do update set version = excluded.version
            where inbox_subject.version <= excluded.version
            """;
    private static final String MARK_OUTDATED =
            "update inbox set outcome = 'outdated' where topic = ? and event_id = ?";

    /** Shorter than the time after which the database looks for a deadlock, so that it is never others who must yield. */
    private static final String WAIT_BRIEFLY = "set local lock_timeout = '200ms'";

    private InboxRows() {}

    /** Has the transaction fail rather than wait long for what another has locked. */
    static void waitBriefly(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var setting = connection.createStatement()) {
            setting.execute(WAIT_BRIEFLY);
        }
    }

    /** Takes the event for this transaction; false when another has taken it before. Waits for one that is about to. */
    static boolean claim(Connection connection, IncomingEvent event) throws SQLException {
        try (var insert = connection.prepareStatement(CLAIM)) {
            insert.setString(1, event.topic());
            insert.setString(2, event.id());
            insert.setString(3, event.subject());
            insert.setLong(4, event.version());
            return insert.executeUpdate() == 1;
        }
    }

    /** Makes the event's version the subject's newest; false when a newer one has been applied. Locks the subject. */
    static boolean advance(Connection connection, IncomingEvent event) throws SQLException {
        try (var upsert = connection.prepareStatement(ADVANCE)) {
            upsert.setString(1, event.topic());
            upsert.setString(2, event.subject());
            upsert.setLong(3, event.version());
            return upsert.executeUpdate() == 1;
        }
    }

    static void markOutdated(Connection connection, IncomingEvent event) throws SQLException {
        try (var update = connection.prepareStatement(MARK_OUTDATED)) {
            update.setString(1, event.topic());
            update.setString(2, event.id());
            update.executeUpdate();
        }
    }
}
