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

    private UUID scheme;
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
            scheme = GrantsDatabase.appropriated(app, 1000);
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
            execute(connection, "update award set amount = amount - 1, version = version + 1 where id = ?", award);
            assertRefused("The shares of award", connection::commit);
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
    void neverChangesAnAcceptance(Role role) throws SQLException {
        accept();
        for (var change : new String[] {
            "account_number = '12345678903'",
            "accepted_by = 'another'",
            "accepted_on = accepted_on - 1",
            "accepted_at = null, accepted_on = null, accepted_by = null, accepted_for = null, account_number = null,"
                    + " status = 'awarded'",
            "status = 'awarded'",
            "report_due_on = report_due_on + 30",
            "municipality_number = '0301'",
        }) {
            try (var connection = role.connect()) {
                assertRefused(
                        "stays",
                        () -> execute(
                                connection,
                                "update award set " + change + ", version = version + 1 where id = ?",
                                award));
            }
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
        GrantsDatabase.award(connection, scheme, municipality, id, amount, share);
    }

    private void postAward(Connection connection, UUID id, long amount) throws SQLException {
        GrantsDatabase.postAward(connection, scheme, id, amount);
    }

    private void accept() throws SQLException {
        try (var app = database.app()) {
            GrantsDatabase.accept(app, award, ACCOUNT);
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
