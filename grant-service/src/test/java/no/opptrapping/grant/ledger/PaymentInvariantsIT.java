package no.opptrapping.grant.ledger;

import static no.opptrapping.grant.ledger.GrantsDatabase.execute;
import static no.opptrapping.grant.ledger.GrantsDatabase.number;
import static no.opptrapping.grant.ledger.GrantsDatabase.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries to break awards and payments with SQL, as the application's role and as the owner of the tables. */
class PaymentInvariantsIT {
    private static final String ACCOUNT = "86011117947";
    private static GrantsDatabase database;

    private final UUID scheme = UUID.randomUUID();
    private final UUID municipality = UUID.randomUUID();
    private final UUID award = UUID.randomUUID();
    private final String reference = award.toString();

    enum Role {
        APPLICATION,
        OWNER;

        Connection connect() throws SQLException {
            return this == OWNER ? database.owner() : database.app();
        }
    }

    @BeforeAll
    static void startDatabase() {
        database = GrantsDatabase.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void appropriateAndAward() throws SQLException {
        try (var app = database.app()) {
            post(
                    app,
                    "appropriated",
                    scheme,
                    null,
                    "appropriation/" + scheme,
                    "appropriated",
                    -1000L,
                    "available",
                    1000L);
            insertAward(app, award, 600, 600);
            postAward(app, award, 600);
            app.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnAwardThatTheLedgerDoesNotHave(Role role) throws SQLException {
        try (var connection = role.connect()) {
            insertAward(connection, UUID.randomUUID(), 100, 100);
            assertRefused("the ledger has 0", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnAwardWhoseSharesSumToSomethingElse(Role role) throws SQLException {
        try (var connection = role.connect()) {
            var other = UUID.randomUUID();
            insertAward(connection, other, 100, 99);
            postAward(connection, other, 100);
            assertRefused("shares", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToChangeWhatWasDecided(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused(
                    "stays",
                    () -> execute(
                            connection,
                            "update award set amount = amount - 1, version = version + 1 where id = ?",
                            award));
        }
        try (var connection = role.connect()) {
            assertRefused(
                    role == Role.OWNER ? "stays" : "permission denied",
                    () -> execute(connection, "update award_participant set share = 1 where award_id = ?", award));
        }
        try (var connection = role.connect()) {
            assertRefused(
                    role == Role.OWNER ? "never removed" : "permission denied",
                    () -> execute(connection, "delete from award where id = ?", award));
        }
    }

    @ParameterizedTest
    @EnumSource
    void paysNothingBeforeTheAwardIsAccepted(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused("not accepted", () -> order(connection, 10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverOrdersMoreThanTheAward(Role role) throws SQLException {
        accept();
        try (var connection = role.connect()) {
            order(connection, 400);
            assertRefused("Payments of award", () -> order(connection, 201));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPaysToAnotherAccountThanTheAwardWasAcceptedWith(Role role) throws SQLException {
        accept();
        try (var connection = role.connect()) {
            assertRefused("not accepted with this account", () -> order(connection, 10, "12345678903"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void needsTwoPersons(Role role) throws SQLException {
        accept();
        try (var connection = role.connect()) {
            var payment = order(connection, 10);
            assertRefused("payment_needs_two_persons", () -> approve(connection, payment, "ada"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverConfirmsAPaymentThatNobodyHasApproved(Role role) throws SQLException {
        accept();
        try (var connection = role.connect()) {
            var payment = order(connection, 10);
            assertRefused("ordered to approved to confirmed", () -> confirm(connection, payment));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverConfirmsAPaymentThatTheLedgerDoesNotHave(Role role) throws SQLException {
        accept();
        try (var connection = role.connect()) {
            var payment = order(connection, 10);
            approve(connection, payment, "kari");
            confirm(connection, payment);
            assertRefused("the ledger has 0 of it", connection::commit);
        }
    }

    @Test
    void confirmsAPaymentTogetherWithItsPosting() throws SQLException {
        accept();
        try (var app = database.app()) {
            var payment = order(app, 10);
            approve(app, payment, "kari");
            confirm(app, payment);
            post(app, "paid", scheme, award, "payment/" + payment, "awarded-unpaid", -10L, "paid-unreported", 10L);
            app.commit();
            assertThat(number(app, "select count(*) from payment where award_id = ? and status = 'confirmed'", award))
                    .isEqualTo(1);
        }
    }

    @Test
    void staysWithinTheAwardWhenManyOrderAtOnce() throws Exception {
        accept();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var attempts = IntStream.range(0, 12)
                    .mapToObj(_ -> executor.submit((Callable<Boolean>) () -> {
                        start.await();
                        return orderIfPossible(100);
                    }))
                    .toList();
            start.countDown();
            var ordered = 0;
            for (Future<Boolean> attempt : attempts) {
                ordered += attempt.get() ? 1 : 0;
            }
            assertThat(ordered).isEqualTo(6);
        }
    }

    private boolean orderIfPossible(long amount) throws SQLException {
        try (var app = database.app()) {
            order(app, amount);
            app.commit();
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).contains("Payments of award");
            return false;
        }
    }

    private void insertAward(Connection connection, UUID id, long amount, long share) throws SQLException {
        execute(connection, """
                insert into award (id, reference, version, status, scheme_id, scheme_code, scheme_name_nb, scheme_name_nn,
                    scheme_name_en, chapter, item, contact_name, contact_email, contact_phone, year, municipality_id,
                    municipality_number, municipality_name, amount, run_id, report_opens_on, report_due_on, report_form,
                    report_size, decided_by, decided_at, decided_on)
                values (?, ?, 1, 'awarded', ?, 'c', 'n', 'n', 'n', '765', '62', 'n', 'e', '', 2025, ?, '4601', 'Bergen', ?,
                    gen_random_uuid(), '2026-01-15', '2026-03-01', 'is-24-8', 'full', 'dina', now(), '2025-04-01')
                """, id, id.toString(), scheme, municipality, amount);
        execute(connection, "insert into award_participant values (?, 0, ?, '4601', ?)", id, municipality, share);
    }

    private void postAward(Connection connection, UUID id, long amount) throws SQLException {
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

    private void accept() throws SQLException {
        try (var app = database.app()) {
            execute(app, """
                    update award set status = 'accepted', version = version + 1, accepted_at = now(),
                        accepted_on = '2025-04-10', accepted_by = 'n', accepted_for = '964338531', account_number = ?
                    where id = ?
                    """, ACCOUNT, award);
            app.commit();
        }
    }

    private UUID order(Connection connection, long amount) throws SQLException {
        return order(connection, amount, ACCOUNT);
    }

    private UUID order(Connection connection, long amount, String account) throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into payment (id, award_id, award_reference, scheme_id, year, municipality_id, amount, due_on,
                    account_number, status, version, ordered_by, ordered_at)
                values (?, ?, ?, ?, 2025, ?, ?, '2025-05-02', ?, 'ordered', 1, 'ada', now())
                """, id, award, reference, scheme, municipality, amount, account);
        return id;
    }

    private static void approve(Connection connection, UUID payment, String by) throws SQLException {
        execute(connection, """
                update payment set status = 'approved', version = version + 1, approved_by = ?, approved_at = now()
                where id = ?
                """, by, payment);
    }

    private static void confirm(Connection connection, UUID payment) throws SQLException {
        execute(connection, """
                update payment set status = 'confirmed', version = version + 1, confirmed_by = 'bank', confirmed_at = now(),
                    paid_on = '2025-05-02', reference = 'B1'
                where id = ?
                """, payment);
    }

    private static void assertRefused(String reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(reason);
    }
}
