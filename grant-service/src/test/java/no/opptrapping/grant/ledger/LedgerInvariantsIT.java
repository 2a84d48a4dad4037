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

/** Tries to break the ledger with SQL, as the application's role and as the owner of the tables. */
class LedgerInvariantsIT {
    private static GrantsDatabase database;

    private UUID scheme;
    private UUID award;

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
        award = UUID.randomUUID();
        try (var app = database.app()) {
            scheme = GrantsDatabase.appropriated(app, 1000);
            award(app, award, 600);
            GrantsDatabase.accept(app, award, "86011117947");
            GrantsDatabase.confirmedPayment(app, award, award, 200);
            pay(app, "payment/" + award, 200);
            app.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEntryThatDoesNotBalance(Role role) throws SQLException {
        try (var connection = role.connect()) {
            post(
                    connection,
                    "revised",
                    scheme,
                    null,
                    "revision/" + UUID.randomUUID(),
                    "appropriated",
                    -10L,
                    "available",
                    11L);
            assertRefused("does not balance", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAMemorandumThatDoesNotBalanceByItself(Role role) throws SQLException {
        try (var connection = role.connect()) {
            post(connection, "awarded", scheme, award, "award/" + UUID.randomUUID(), "available", -1L, "awarded", 1L);
            assertRefused("does not balance", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEntryWithoutLines(Role role) throws SQLException {
        try (var connection = role.connect()) {
            execute(connection, """
                    insert into ledger_entry (id, kind, scheme_id, year, source, lines, posted_by, posted_at)
                    values (?, 'revised', ?, 2025, ?, 2, 'test', now())
                    """, UUID.randomUUID(), scheme, "revision/" + UUID.randomUUID());
            assertRefused("does not balance", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesLinesThatAreAddedToAnOldEntry(Role role) throws SQLException {
        try (var connection = role.connect()) {
            execute(connection, """
                    insert into ledger_line select id, a.account, a.amount from ledger_entry,
                        (values ('spent', 5), ('available', -5)) a (account, amount) where source = ?
                    """, "payment/" + award);
            assertRefused("does not balance", connection::commit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToChangeOrRemoveAnEntry(Role role) throws SQLException {
        for (var attempt : new String[] {
            "update ledger_line set amount = amount + 1",
            "update ledger_entry set posted_by = 'another'",
            "delete from ledger_line",
            "delete from ledger_entry",
            "truncate ledger_line, ledger_entry",
        }) {
            try (var connection = role.connect()) {
                assertRefused(
                        role == Role.OWNER ? "append-only" : "permission denied", () -> execute(connection, attempt));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToMoveABalanceWithoutALine(Role role) throws SQLException {
        for (var attempt : new String[] {
            "update ledger_balance set balance = balance + 1",
            "insert into ledger_balance values (gen_random_uuid(), 2025, 'available', 1)",
            "delete from ledger_award_balance",
        }) {
            try (var connection = role.connect()) {
                assertRefused(
                        role == Role.OWNER ? "only by a posted line" : "permission denied",
                        () -> execute(connection, attempt));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverAwardsMoreThanTheAppropriation(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused("ledger_no_overdraft", () -> award(connection, UUID.randomUUID(), 401));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverRevisesTheAppropriationBelowWhatIsAwarded(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused(
                    "ledger_no_overdraft",
                    () -> post(
                            connection,
                            "revised",
                            scheme,
                            null,
                            "revision/" + UUID.randomUUID(),
                            "appropriated",
                            401L,
                            "available",
                            -401L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPaysMoreThanTheAwardEvenWhenTheSchemeHasMore(Role role) throws SQLException {
        try (var connection = role.connect()) {
            award(connection, UUID.randomUUID(), 100);
            assertRefused("ledger_no_award_overdraft", () -> pay(connection, "payment/" + UUID.randomUUID(), 401));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPostsTheSameCauseTwice(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused("ledger_entry_source_key", () -> pay(connection, "payment/" + award, 200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPostsOnAnAwardsAccountWithoutNamingTheAward(Role role) throws SQLException {
        try (var connection = role.connect()) {
            assertRefused(
                    "without naming an award",
                    () -> post(
                            connection,
                            "paid",
                            scheme,
                            null,
                            "payment/" + UUID.randomUUID(),
                            "awarded-unpaid",
                            -1L,
                            "paid-unreported",
                            1L));
        }
    }

    @Test
    void losesNothingWhenATransactionIsCutOff() throws SQLException {
        try (var app = database.app()) {
            pay(app, "payment/" + UUID.randomUUID(), 100);
        }
        try (var app = database.app()) {
            assertThat(balance(app, "paid-unreported")).isEqualTo(200);
            assertThat(number(app, "select count(*) from ledger_entry where award_id = ?", award))
                    .isEqualTo(2);
        }
    }

    @Test
    void neverOverdrawsWhenManyAwardAtOnce() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var attempts = IntStream.range(0, 16)
                    .mapToObj(_ -> executor.submit((Callable<Boolean>) () -> {
                        start.await();
                        return awardIfAvailable(60);
                    }))
                    .toList();
            start.countDown();
            var made = 0;
            for (Future<Boolean> attempt : attempts) {
                made += attempt.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(6);
        }
        try (var app = database.app()) {
            assertThat(balance(app, "available")).isEqualTo(40);
            assertThat(balance(app, "awarded")).isEqualTo(960);
        }
    }

    private void award(Connection connection, UUID one, long amount) throws SQLException {
        GrantsDatabase.award(connection, scheme, UUID.randomUUID(), one, amount, amount);
        GrantsDatabase.postAward(connection, scheme, one, amount);
    }

    private void pay(Connection connection, String source, long amount) throws SQLException {
        post(connection, "paid", scheme, award, source, "awarded-unpaid", -amount, "paid-unreported", amount);
    }

    private boolean awardIfAvailable(long amount) throws SQLException {
        try (var app = database.app()) {
            if (number(app, "select ledger_lock_available(?, 2025)", scheme) < amount) {
                return false;
            }
            award(app, UUID.randomUUID(), amount);
            app.commit();
            return true;
        }
    }

    private long balance(Connection connection, String account) throws SQLException {
        return number(
                connection, "select balance from ledger_balance where scheme_id = ? and account = ?", scheme, account);
    }

    private static void assertRefused(String reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(reason);
    }
}
