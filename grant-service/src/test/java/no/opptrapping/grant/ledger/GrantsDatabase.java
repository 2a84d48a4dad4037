package no.opptrapping.grant.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.platform.database.SchemaMigration;

/** A real PostgreSQL with the tables of grant-service, reached as the application and as the owner. */
final class GrantsDatabase implements AutoCloseable {
    private static final String NAME = "grants";

    private final EmbeddedPostgres postgres;

    private GrantsDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static GrantsDatabase start() {
        try {
            var directory = Files.createTempDirectory("opptrapping-ledger-");
            directory.toFile().setExecutable(true, false);
            var postgres = EmbeddedPostgres.start(directory, 0, Set.of(NAME), false);
            new SchemaMigration(
                            postgres.jdbcUrl(NAME),
                            postgres.ownerUser(NAME),
                            postgres.password(),
                            postgres.appUser(NAME),
                            List.of(SchemaMigration.LOCATION))
                    .run(GrantsDatabase.class.getClassLoader());
            return new GrantsDatabase(postgres);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Connection app() throws SQLException {
        return open(postgres.appUser(NAME));
    }

    Connection owner() throws SQLException {
        return open(postgres.ownerUser(NAME));
    }

    private Connection open(String user) throws SQLException {
        var connection = DriverManager.getConnection(postgres.jdbcUrl(NAME), user, postgres.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** A scheme whose appropriation of the year 2025 stands in the ledger. */
    static UUID appropriated(Connection connection, long amount) throws SQLException {
        var scheme = UUID.randomUUID();
        execute(connection, """
                insert into scheme (id, code, name, purpose, kind, contact_name, contact_email, contact_phone, made_by, made_at)
                values (?, ?, '{}', '{}', 'earmarked', 'n', 'e', '2', 'ada', now())
                """, scheme, "prove-" + scheme);
        execute(connection, """
                insert into scheme_version (scheme_id, number, edition, rules, drafters, drafted_at, in_force_from,
                    put_in_force_by, put_in_force_at)
                values (?, 1, 1, '{}', '["ada"]', now(), '2025-01-01', 'dina', now())
                """, scheme);
        var appropriation = appropriation(connection, scheme, amount);
        approve(connection, appropriation);
        post(
                connection,
                "appropriated",
                scheme,
                null,
                "appropriation/" + appropriation,
                "appropriated",
                -amount,
                "available",
                amount);
        return scheme;
    }

    static UUID appropriation(Connection connection, UUID scheme, long amount) throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into appropriation (id, scheme_id, year, amount, source, made_by, made_at)
                values (?, ?, 2025, ?, 'Prop. 1 S', 'ada', now())
                """, id, scheme, amount);
        return id;
    }

    /** Approved by another person than the one who proposed it. */
    static void approve(Connection connection, UUID appropriation) throws SQLException {
        execute(connection, """
                insert into appropriation_approval (appropriation_id, scheme_id, year, made_by, approved_by, approved_at)
                select id, scheme_id, year, made_by, 'dina', now() from appropriation where id = ?
                """, appropriation);
    }

    /** An award as decided, not yet in the ledger. */
    static void award(Connection connection, UUID scheme, UUID municipality, UUID id, long amount, long share)
            throws SQLException {
        execute(connection, """
                insert into award (id, reference, version, status, scheme_id, scheme_code, scheme_name_nb, scheme_name_nn,
                    scheme_name_en, chapter, item, contact_name, contact_email, contact_phone, year, municipality_id,
                    municipality_number, municipality_name, amount, run_id, report_opens_on, report_due_on, report_form,
                    report_size, decided_by, decided_at, decided_on, scheme_version, accept_by, appeal_days)
                values (?, ?, 1, 'awarded', ?, 'c', 'n', 'n', 'n', '765', '62', 'n', 'e', '2', 2025, ?, '4601', 'Bergen', ?,
                    gen_random_uuid(), '2026-01-15', '2026-03-01', 'is-24-8', 'full', 'dina', now(), '2025-04-01', 1,
                    '2025-04-29', 21)
                """, id, id.toString(), scheme, municipality, amount);
        execute(connection, "insert into award_participant values (?, 0, ?, '4601', ?)", id, municipality, share);
    }

    static void postAward(Connection connection, UUID scheme, UUID id, long amount) throws SQLException {
        post(
                connection,
                "awarded",
                scheme,
                id,
                "award/" + id,
                "available",
                -amount,
                "awarded-unpaid",
                amount,
                "awarded",
                amount,
                "awarded-contra",
                -amount);
    }

    static void accept(Connection connection, UUID award, String account) throws SQLException {
        execute(connection, """
                update award set status = 'accepted', version = version + 1, accepted_at = now(),
                    accepted_on = '2025-04-10', accepted_by = 'n', accepted_for = '964338531', account_number = ?
                where id = ?
                """, account, award);
    }

    /** A payment of an accepted award that has been ordered, approved and confirmed, not yet in the ledger. */
    static void confirmedPayment(Connection connection, UUID award, UUID id, long amount) throws SQLException {
        execute(connection, """
                insert into payment (id, award_id, award_reference, scheme_id, year, municipality_id, amount, due_on,
                    account_number, status, version, ordered_by, ordered_at)
                select ?, id, reference, scheme_id, year, municipality_id, ?, '2025-05-02', account_number, 'ordered', 1,
                    'ada', now()
                from award where id = ?
                """, id, amount, award);
        execute(connection, """
                update payment set status = 'approved', version = 2, approved_by = 'kari', approved_at = now() where id = ?
                """, id);
        execute(connection, """
                update payment set status = 'confirmed', version = 3, confirmed_by = 'bank', confirmed_at = now(),
                    paid_on = '2025-05-02', reference = 'B1'
                where id = ?
                """, id);
    }

    /** Posts an entry whose lines are given as account, amount, account, amount. */
    static UUID post(
            Connection connection, String kind, UUID scheme, UUID award, String source, Object... accountsAndAmounts)
            throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                values (?, ?, ?, 2025, ?, ?, ?, 'test', now())
                """, id, kind, scheme, award, source, accountsAndAmounts.length / 2);
        for (var i = 0; i < accountsAndAmounts.length; i += 2) {
            execute(
                    connection,
                    "insert into ledger_line (entry_id, account, amount) values (?, ?, ?)",
                    id,
                    accountsAndAmounts[i],
                    accountsAndAmounts[i + 1]);
        }
        return id;
    }

    static void execute(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    static long number(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
