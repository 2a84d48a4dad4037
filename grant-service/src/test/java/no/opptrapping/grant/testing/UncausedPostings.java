package no.opptrapping.grant.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** For as long as it is open, the ledger takes what nothing has caused: only who owns the tables can have it so. */
public final class UncausedPostings implements AutoCloseable {
    private UncausedPostings() {}

    public static UncausedPostings allowed() {
        execute("alter table ledger_entry disable trigger ledger_entry_has_its_cause,"
                + " disable trigger ledger_entry_is_approved,"
                + " drop constraint ledger_entry_of_a_scheme, drop constraint ledger_entry_of_an_award");
        return new UncausedPostings();
    }

    @Override
    public void close() {
        execute("alter table ledger_entry enable trigger ledger_entry_has_its_cause,"
                + " enable trigger ledger_entry_is_approved,"
                + " add constraint ledger_entry_of_a_scheme foreign key (scheme_id) references scheme"
                + " deferrable initially deferred not valid,"
                + " add constraint ledger_entry_of_an_award foreign key (award_id) references award"
                + " deferrable initially deferred not valid");
    }

    private static void execute(String sql) {
        var config = ConfigProvider.getConfig();
        try (var owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("opptrapping.database.owner-role", String.class),
                        config.getValue("opptrapping.database.owner-password", String.class));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
