package no.opptrapping.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a database has been asked, as PostgreSQL itself counts it (pg_stat_statements), and how it would find the answer. */
public final class AskedSql {
    private final String superuserUrl;
    private final String role;

    /** A statement with its values taken out, and how often it was carried out for each time that was counted. */
    public record Asked(String sql, long times) {
        /** Whether it changes rows. */
        public boolean isWriting() {
            return sql.matches("(?is)\\s*(with .*)?(insert|update|delete) .*");
        }
    }

    /** What the given role asks of the database that the superuser reaches. */
    public AskedSql(String superuserUrl, String role) {
        this.superuserUrl = superuserUrl;
        this.role = role;
        with(connection -> connection.createStatement().execute("create extension if not exists pg_stat_statements"));
    }

    /** Begins to count anew. */
    public void forget() {
        with(connection -> connection.createStatement().execute("""
                select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)"""));
    }

    /**
     * What each of so many same acts has asked since. What background work asks meanwhile is less than once for each; what
     * the relay asks is left out.
     */
    public List<Asked> forEachOf(int times) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select query, calls from pg_stat_statements
                    where dbid = (select oid from pg_database where datname = current_database())
                    and userid = ?::regrole and toplevel and calls >= ?
                    and query !~* '(from outbox|event_count|pg_try_advisory_xact_lock)'
                    and query !~* '^\\s*(begin|commit|rollback|set|show|reset|discard|deallocate|listen|select \\$1$)'
                    order by query""")) {
                select.setString(1, role);
                select.setInt(2, times);
                try (var rows = select.executeQuery()) {
                    var asked = new ArrayList<Asked>();
                    while (rows.next()) {
                        asked.add(new Asked(rows.getString(1), rows.getLong(2) / times));
                    }
                    return asked;
                }
            }
        });
    }

    /**
     * The plan of a statement whatever its values are, as JSON; what cannot be planned without values is an exception.
     */
    public String plan(Asked asked) {
        return with(connection -> {
            try (var rows =
                    connection.createStatement().executeQuery("explain (generic_plan, format json) " + asked.sql())) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = DriverManager.getConnection(superuserUrl)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
