package no.opptrapping.grant.ledger;

import static no.opptrapping.grant.ledger.GrantsDatabase.execute;
import static no.opptrapping.grant.ledger.GrantsDatabase.number;
import static no.opptrapping.grant.ledger.GrantsDatabase.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import no.opptrapping.grant.ledger.PaymentInvariantsIT.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries to break accounts, bank files and returns with SQL, as the application's role and as the owner of the tables. */
class BankInvariantsIT {
    private static final String ACCOUNT = "86011117947";
    private static final String OTHER = "12345678903";
    private static GrantsDatabase database;

    private final UUID award = UUID.randomUUID();
    private UUID scheme;

    @BeforeAll
    static void startDatabase() {
        database = GrantsDatabase.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void anAcceptedAward() throws SQLException {
        try (var app = database.app()) {
            scheme = GrantsDatabase.appropriated(app, 1000);
            GrantsDatabase.award(app, scheme, UUID.randomUUID(), award, 600, 600);
            GrantsDatabase.postAward(app, scheme, award, 600);
            GrantsDatabase.accept(app, award, ACCOUNT);
            app.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverTakesMoneyBackWithoutItsPosting(Role role) throws SQLException {
        var payment = confirmed();
        try (var connection = connect(role)) {
            giveBack(connection, payment);
            assertRefused("the ledger has 10 of it", connection::commit);
        }
        try (var connection = connect(role)) {
            assertRefused("is not what", () -> {
                postReturn(connection, payment);
                connection.commit();
            });
        }
    }

    @Test
    void takesMoneyBackTogetherWithItsPostingAndOnce() throws SQLException {
        var payment = confirmed();
        try (var app = database.app()) {
            giveBack(app, payment);
            postReturn(app, payment);
            app.commit();
            assertThat(number(
                            app,
                            "select balance from ledger_award_balance where award_id = ? and account = 'awarded-unpaid'",
                            award))
                    .isEqualTo(600);
            assertRefused("ledger_entry_source_key", () -> postReturn(app, payment));
        }
        try (var app = database.app()) {
            assertRefused("goes from ordered", () -> giveBack(app, payment));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPaysToAnAccountOrPastOneThatWaitsForApproval(Role role) throws SQLException {
        try (var connection = connect(role)) {
            state(connection, "waiting");
            assertRefused("not accepted with this account", () -> order(connection, OTHER));
        }
        try (var connection = connect(role)) {
            state(connection, "waiting");
            assertRefused("not accepted with this account", () -> order(connection, ACCOUNT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverUsesAnAccountThatNobodyHasApprovedOrTwo(Role role) throws SQLException {
        try (var connection = connect(role)) {
            assertRefused("award_account_in_force", () -> state(connection, "in-force"));
        }
        try (var connection = connect(role)) {
            state(connection, "waiting");
            execute(
                    connection,
                    "update award_account set status = 'replaced' where award_id = ? and number = 1",
                    award);
            assertRefused(
                    "award_account_used_when_approved",
                    () -> execute(
                            connection,
                            "update award_account set status = 'in-force' where award_id = ? and number = 2",
                            award));
        }
        try (var connection = connect(role)) {
            assertRefused(
                    "An account that was stated stays",
                    () -> execute(
                            connection,
                            "update award_account set account_number = ? where award_id = ?",
                            OTHER,
                            award));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverSendsAPaymentOutsideAFileOrAFileThatSaysSomethingElse(Role role) throws SQLException {
        try (var connection = connect(role)) {
            send(connection, order(connection, ACCOUNT), 99);
            assertRefused("payment_sent_in_a_file", connection::commit);
        }
        try (var connection = connect(role)) {
            var next = nextFile(connection);
            file(connection, next, 2, 20);
            send(connection, order(connection, ACCOUNT), next);
            assertRefused("1 of 10 were sent", connection::commit);
        }
        try (var connection = connect(role)) {
            var next = nextFile(connection) + 1;
            file(connection, next, 1, 10);
            send(connection, order(connection, ACCOUNT), next);
            assertRefused("after file", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverChangesAFileOrSendsAPaymentTwice(Role role) throws SQLException {
        UUID payment;
        try (var app = database.app()) {
            payment = order(app, ACCOUNT);
            var next = nextFile(app);
            file(app, next, 1, 10);
            send(app, payment, next);
            app.commit();
        }
        try (var connection = connect(role)) {
            assertRefused(
                    role == Role.OWNER ? "stays" : "permission denied",
                    () -> execute(connection, "update bank_file set sum = 1"));
        }
        try (var connection = connect(role)) {
            assertRefused("goes from ordered", () -> send(connection, payment, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void handsOverMonthsInTheirOrderAndWithoutGaps(Role role) throws SQLException {
        try (var connection = connect(role)) {
            export(connection, 1, "2025-06");
            assertRefused("does not follow", () -> export(connection, 3, "2025-07"));
        }
        try (var connection = connect(role)) {
            export(connection, 1, "2025-06");
            assertRefused("does not follow", () -> export(connection, 2, "2025-05"));
        }
    }

    private static Connection connect(Role role) throws SQLException {
        return role == Role.OWNER ? database.owner() : database.app();
    }

    private UUID confirmed() throws SQLException {
        var payment = UUID.randomUUID();
        try (var app = database.app()) {
            GrantsDatabase.confirmedPayment(app, award, payment, 10);
            post(app, "paid", scheme, award, "payment/" + payment, "awarded-unpaid", -10L, "paid-unreported", 10L);
            app.commit();
        }
        return payment;
    }

    private static void giveBack(Connection connection, UUID payment) throws SQLException {
        execute(connection, """
                update payment set status = 'returned', version = version + 1, failed_by = 'bank', failed_at = now(),
                    failed_on = '2025-05-03', failed_code = 'AC04'
                where id = ?
                """, payment);
    }

    private void postReturn(Connection connection, UUID payment) throws SQLException {
        post(
                connection,
                "returned",
                scheme,
                award,
                "return/" + payment,
                "awarded-unpaid",
                10L,
                "paid-unreported",
                -10L);
    }

    private void state(Connection connection, String status) throws SQLException {
        execute(connection, """
                insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at,
                    needs_approval, status)
                select id, 2, ?, municipality_id, 'n', '964338531', now(), ? = 'waiting', ? from award where id = ?
                """, OTHER, status, status, award);
    }

    private UUID order(Connection connection, String account) throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into payment (id, award_id, award_reference, scheme_id, year, municipality_id, amount, due_on,
                    account_number, status, version, ordered_by, ordered_at)
                select ?, id, reference, scheme_id, year, municipality_id, 10, '2025-05-02', ?, 'ordered', 1, 'ada', now()
                from award where id = ?
                """, id, account, award);
        return id;
    }

    private static void send(Connection connection, UUID payment, long file) throws SQLException {
        if (number(connection, "select count(*) from payment where id = ? and status = 'ordered'", payment) == 1) {
            execute(connection, """
                    update payment set status = 'approved', version = 2, approved_by = 'kari', approved_at = now()
                    where id = ?
                    """, payment);
        }
        execute(connection, """
                update payment set status = 'sent', version = version + 1, sent_by = 'bank', sent_at = now(), sent_in = ?
                where id = ?
                """, file, payment);
    }

    private static long nextFile(Connection connection) throws SQLException {
        return number(connection, "select coalesce(max(number), 0) + 1 from bank_file");
    }

    private static void file(Connection connection, long number, int payments, long sum) throws SQLException {
        execute(connection, """
                insert into bank_file (number, message_id, account, payments, sum, sha256, content, made_by, made_at)
                values (?, ?, ?, ?, ?, encode(sha256('x'::bytea), 'hex'), 'x'::bytea, 'bank', now())
                """, number, "F" + number, ACCOUNT, payments, sum);
    }

    private static void export(Connection connection, long number, String period) throws SQLException {
        execute(connection, """
                insert into accounting_export (number, period, vouchers, lines, amount, json, json_sha256, csv, csv_sha256,
                    made_by, made_at)
                values (?, ?, 0, 0, 0, 'x'::bytea, encode(sha256('x'::bytea), 'hex'), 'x'::bytea,
                    encode(sha256('x'::bytea), 'hex'), 'kari', now())
                """, number, period);
    }

    private static void assertRefused(String reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(reason);
    }
}
