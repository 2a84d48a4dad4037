package no.opptrapping.grant.ledger;

import static no.opptrapping.grant.ledger.GrantsDatabase.execute;
import static no.opptrapping.grant.ledger.GrantsDatabase.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries to break frames with SQL, as the application's role and as the owner of the tables. */
class FrameInvariantsIT {
    private static GrantsDatabase database;

    private final UUID north = UUID.randomUUID();
    private final UUID south = UUID.randomUUID();
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
    void appropriateAndDivide() throws SQLException {
        try (var app = database.app()) {
            scheme = GrantsDatabase.appropriated(app, 1000);
            adopt(app, north, 600, "dina");
            adopt(app, south, 300, "dina");
            app.commit();
        }
    }

    @Test
    void noAwardTakesMoreThanIsUnusedOfItsOfficesFrame() throws SQLException {
        try (var app = database.app()) {
            award(app, north, 500);
            app.commit();
            assertRefused("ledger_no_frame_overdraft", () -> award(app, north, 101));
        }
        assertThat(frame(north, "frame-unused")).isEqualTo(100);
        assertThat(frame(north, "awarded")).isEqualTo(500);
        assertThat(frame(south, "frame-unused")).isEqualTo(300);
    }

    @Test
    void ofTwentyAtOnceNoMoreAreAwardedThanTheFrameHolds() throws Exception {
        var ready = new CountDownLatch(20);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var awards = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit((Callable<Boolean>) () -> {
                        try (var app = database.app()) {
                            ready.countDown();
                            ready.await();
                            execute(app, "select ledger_lock_available(?, 2025)", scheme);
                            award(app, south, 70);
                            app.commit();
                            return true;
                        } catch (SQLException refused) {
                            return false;
                        }
                    }))
                    .toList();
            var made = 0;
            for (var one : awards) {
                made += one.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(4);
        }
        assertThat(frame(south, "frame-unused")).isEqualTo(20);
        assertThat(frame(south, "authorised")).isEqualTo(300);
    }

    @Test
    void aFrameIsNeverLoweredBelowWhatIsAwardedOfIt() throws SQLException {
        try (var app = database.app()) {
            award(app, north, 500);
            app.commit();
            assertRefused("ledger_no_frame_overdraft", () -> adopt(app, north, -101, "dina"));
        }
    }

    @Test
    void framesAreOfTheAppropriationAndOfNoMore() throws SQLException {
        try (var app = database.app()) {
            assertRefused("ledger_no_overdraft", () -> adopt(app, south, 101, "dina"));
        }
    }

    @Test
    void whatOnePersonAloneDecidesIsNoFrame() throws SQLException {
        try (var app = database.app()) {
            assertRefused("frame_change_adopted_by_another_person", () -> adopt(app, south, 10, "ada"));
        }
    }

    @Test
    void theLedgerHasNoFrameThatNobodyAdopted() throws SQLException {
        for (var connection : new Connection[] {database.app(), database.owner()}) {
            try (connection) {
                post(connection, "authorised", null, north, "frame-change/" + UUID.randomUUID() + "/" + north, 5);
                assertRefused("its cause, says", connection::commit);
            }
        }
    }

    @Test
    void whatIsAdoptedStandsInTheLedgerAndStays() throws SQLException {
        try (var app = database.app()) {
            var change = proposed(app, south, 10);
            decide(app, change, "dina");
            assertRefused("the ledger does not have it", app::commit);
        }
        try (var owner = database.owner()) {
            assertRefused("stays", () -> execute(owner, "update frame_change_line set amount = amount + 1"));
        }
        try (var owner = database.owner()) {
            assertRefused("stays", () -> execute(owner, "update frame_change set reason = 'another'"));
        }
        try (var app = database.app()) {
            assertRefused("permission denied", () -> execute(app, "update ledger_frame_balance set balance = 0"));
        }
        try (var app = database.app()) {
            assertRefused("permission denied", () -> execute(app, "delete from ledger_award_office"));
        }
    }

    @Test
    void anAwardOfAFrameCannotBePostedOnWhatIsAvailable() throws SQLException {
        try (var app = database.app()) {
            var id = UUID.randomUUID();
            GrantsDatabase.award(app, scheme, UUID.randomUUID(), id, 50, 50);
            assertRefused(
                    "which is not of its frame",
                    () -> postOf(app, "awarded", id, north, "award/" + id, "available", 50));
        }
        try (var app = database.app()) {
            var id = UUID.randomUUID();
            GrantsDatabase.award(app, scheme, UUID.randomUUID(), id, 50, 50);
            assertRefused(
                    "which is not of its frame",
                    () -> postOf(app, "awarded", id, null, "award/" + id, "frame-unused", 50));
        }
    }

    @Test
    void whatAnOfficeThatCeasedHadComesWholeToItsSuccessor() throws SQLException {
        var successor = UUID.randomUUID();
        UUID award;
        try (var app = database.app()) {
            award = award(app, north, 200);
            app.commit();
            succeed(app, north, successor, 399);
            assertRefused("its cause, says", app::commit);
        }
        try (var app = database.app()) {
            succeed(app, north, successor, 400);
            app.commit();
        }
        assertThat(frame(north, "authorised")).isZero();
        assertThat(frame(successor, "authorised")).isEqualTo(600);
        assertThat(frame(successor, "awarded")).isEqualTo(200);
        try (var app = database.app()) {
            assertThat(number(
                            app,
                            "select count(*) from ledger_award_office where award_id = ? and office_id = ?",
                            award,
                            successor))
                    .isEqualTo(1);
        }
    }

    private void succeed(Connection connection, UUID from, UUID to, long unused) throws SQLException {
        for (var left : new boolean[] {true, false}) {
            var sign = left ? -1 : 1;
            var id = UUID.randomUUID();
            execute(
                    connection,
                    """
                    insert into ledger_entry (id, kind, scheme_id, year, office_id, source, lines, posted_by, posted_at)
                    values (?, ?, ?, 2025, ?, ?, 7, 'test', now())
                    """,
                    id,
                    left ? "frame-left" : "frame-came",
                    scheme,
                    left ? from : to,
                    (left ? "frame-left/" : "frame-came/") + scheme + "/2025/" + from);
            line(connection, id, "available", -sign * (unused + 200));
            line(connection, id, "frame-unused", sign * unused);
            line(connection, id, "awarded-unpaid", sign * 200L);
            line(connection, id, "awarded", sign * 200L);
            line(connection, id, "awarded-contra", -sign * 200L);
            line(connection, id, "authorised", sign * (unused + 200));
            line(connection, id, "authorised-contra", -sign * (unused + 200));
        }
    }

    private UUID award(Connection connection, UUID office, long amount) throws SQLException {
        var id = UUID.randomUUID();
        GrantsDatabase.award(connection, scheme, UUID.randomUUID(), id, amount, amount);
        postOf(connection, "awarded", id, office, "award/" + id, "frame-unused", amount);
        return id;
    }

    private void postOf(
            Connection connection, String kind, UUID award, UUID office, String source, String from, long amount)
            throws SQLException {
        var id = entry(connection, kind, award, office, source);
        line(connection, id, from, -amount);
        line(connection, id, "awarded-unpaid", amount);
        line(connection, id, "awarded", amount);
        line(connection, id, "awarded-contra", -amount);
    }

    private UUID proposed(Connection connection, UUID office, long amount) throws SQLException {
        var change = UUID.randomUUID();
        execute(connection, """
                insert into frame_change (id, scheme_id, year, kind, status, reason, proposed_by, proposed_at)
                values (?, ?, 2025, 'revision', 'proposed', 'need', 'ada', now())
                """, change, scheme);
        execute(connection, "insert into frame_change_line values (?, ?, ?)", change, office, amount);
        return change;
    }

    private static void decide(Connection connection, UUID change, String by) throws SQLException {
        execute(
                connection,
                "update frame_change set status = 'adopted', decided_by = ?, decided_at = now() where id = ?",
                by,
                change);
    }

    private void adopt(Connection connection, UUID office, long amount, String by) throws SQLException {
        var change = proposed(connection, office, amount);
        decide(connection, change, by);
        post(connection, "authorised", null, office, "frame-change/" + change + "/" + office, amount);
    }

    private void post(Connection connection, String kind, UUID award, UUID office, String source, long amount)
            throws SQLException {
        var id = entry(connection, kind, award, office, source);
        line(connection, id, "available", -amount);
        line(connection, id, "frame-unused", amount);
        line(connection, id, "authorised", amount);
        line(connection, id, "authorised-contra", -amount);
    }

    private UUID entry(Connection connection, String kind, UUID award, UUID office, String source) throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into ledger_entry (id, kind, scheme_id, year, award_id, office_id, source, lines, posted_by, posted_at)
                values (?, ?, ?, 2025, ?, ?, ?, 4, 'test', now())
                """, id, kind, scheme, award, office, source);
        return id;
    }

    private static void line(Connection connection, UUID entry, String account, long amount) throws SQLException {
        execute(connection, "insert into ledger_line values (?, ?, ?)", entry, account, amount);
    }

    private long frame(UUID office, String account) throws SQLException {
        try (var app = database.app()) {
            return number(
                    app,
                    "select coalesce(sum(balance), 0) from ledger_frame_balance where scheme_id = ? and office_id = ? and account = ?",
                    scheme,
                    office,
                    account);
        }
    }

    private static void assertRefused(String because, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }
}
