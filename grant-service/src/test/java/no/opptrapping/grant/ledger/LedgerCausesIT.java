package no.opptrapping.grant.ledger;

import static no.opptrapping.grant.ledger.GrantsDatabase.execute;
import static no.opptrapping.grant.ledger.GrantsDatabase.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to post, with SQL, what nothing has caused or what its cause does not say. */
class LedgerCausesIT {
    private static final String ACCOUNT = "86011117947";
    private static GrantsDatabase database;

    private final UUID municipality = UUID.randomUUID();
    private final UUID award = UUID.randomUUID();
    private UUID scheme;

    enum Role {
        APPLICATION,
        OWNER;

        Connection connect() throws SQLException {
            return this == OWNER ? database.owner() : database.app();
        }
    }

    /** A balanced entry whose source names nothing that exists. */
    record Unfounded(String kind, String source, boolean ofAward, List<Object> lines) {}

    static Stream<Unfounded> unfounded() {
        return Stream.of(
                new Unfounded("appropriated", "appropriation", false, List.of("appropriated", -5L, "available", 5L)),
                new Unfounded("revised", "revision", false, List.of("appropriated", -5L, "available", 5L)),
                new Unfounded(
                        "awarded",
                        "award",
                        true,
                        List.of("available", -5L, "awarded-unpaid", 5L, "awarded", 5L, "awarded-contra", -5L)),
                new Unfounded(
                        "annulled",
                        "annulment",
                        true,
                        List.of("available", 5L, "awarded-unpaid", -5L, "awarded", -5L, "awarded-contra", 5L)),
                new Unfounded("paid", "payment", true, List.of("awarded-unpaid", -5L, "paid-unreported", 5L)),
                new Unfounded(
                        "framework-paid",
                        "framework-allocation",
                        false,
                        List.of("available", -5L, "framework-paid", 5L)),
                new Unfounded(
                        "framework-corrected",
                        "framework-correction",
                        false,
                        List.of("available", -5L, "framework-paid", 5L)),
                new Unfounded("carried-over", "carried-over", true, List.of("available", -5L, "carried-over", 5L)),
                new Unfounded("carried-in", "carried-in", true, List.of("carried-in", -5L, "carried-unreported", 5L)),
                new Unfounded("reported", "report", true, List.of("available", -5L, "spent", 5L)),
                new Unfounded("reported", "tampering", true, List.of("available", -5L, "unspent", 5L)));
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
    void appropriateAwardAndAccept() throws SQLException {
        try (var app = database.app()) {
            scheme = GrantsDatabase.appropriated(app, 1000);
            GrantsDatabase.award(app, scheme, municipality, award, 600, 600);
            GrantsDatabase.postAward(app, scheme, award, 600);
            GrantsDatabase.accept(app, award, ACCOUNT);
            app.commit();
        }
    }

    @ParameterizedTest
    @MethodSource("unfounded")
    void refusesAnEntryThatNothingHasCaused(Unfounded entry) throws SQLException {
        for (var role : Role.values()) {
            try (var connection = role.connect()) {
                post(
                        connection,
                        entry.kind,
                        scheme,
                        entry.ofAward ? award : null,
                        entry.source + "/" + UUID.randomUUID(),
                        entry.lines.toArray());
                assertUnfounded(connection::commit);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 101})
    void refusesToPayAnotherAmountThanThePayment(long posted) throws SQLException {
        var payment = UUID.randomUUID();
        try (var app = database.app()) {
            GrantsDatabase.confirmedPayment(app, award, payment, 100);
            pay(app, payment, posted);
            assertRefused("payment", app::commit);
        }
        try (var app = database.app()) {
            GrantsDatabase.confirmedPayment(app, award, payment, 100);
            pay(app, payment, 100);
            app.commit();
        }
    }

    @Test
    void refusesToPostAPaymentOnAnotherSchemeThanItsAwards() throws SQLException {
        var payment = UUID.randomUUID();
        try (var app = database.app()) {
            var other = GrantsDatabase.appropriated(app, 1000);
            var rich = UUID.randomUUID();
            GrantsDatabase.award(app, other, municipality, rich, 500, 500);
            GrantsDatabase.postAward(app, other, rich, 500);
            app.commit();
            GrantsDatabase.confirmedPayment(app, award, payment, 100);
            post(app, "paid", other, award, "payment/" + payment, "awarded-unpaid", -100L, "paid-unreported", 100L);
            assertUnfounded(app::commit);
        }
    }

    @Test
    void refusesAnAppropriationThatTheLedgerDoesNotHave() throws SQLException {
        try (var app = database.app()) {
            execute(app, """
                    insert into appropriation_revision (id, appropriation_id, number, change, reason, made_by, made_at)
                    select gen_random_uuid(), id, 1, 50, 'r', 'ada', now() from appropriation where scheme_id = ?
                    """, scheme);
            app.commit();
            execute(app, """
                    insert into appropriation_revision_approval (revision_id, made_by, approved_by, approved_at)
                    select r.id, r.made_by, 'dina', now() from appropriation_revision r
                    join appropriation a on a.id = r.appropriation_id where a.scheme_id = ?
                    """, scheme);
            assertRefused("the ledger has 0", app::commit);
        }
    }

    @Test
    void refusesMoneyThatNobodyHasApproved() throws SQLException {
        try (var app = database.app()) {
            execute(app, """
                    insert into appropriation_revision (id, appropriation_id, number, change, reason, made_by, made_at)
                    select gen_random_uuid(), id, 1, 50, 'r', 'ada', now() from appropriation where scheme_id = ?
                    """, scheme);
            var revision = UUID.fromString(text(
                    app,
                    "select r.id::text from appropriation_revision r join appropriation a on a.id = r.appropriation_id"
                            + " where a.scheme_id = '" + scheme + "'"));
            post(app, "revised", scheme, null, "revision/" + revision, "appropriated", -50L, "available", 50L);
            assertRefused("nobody has approved", app::commit);
        }
    }

    private static String text(Connection app, String query) throws SQLException {
        try (var statement = app.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void postsWhatAReportSaysAndNothingElse() throws SQLException {
        var payment = UUID.randomUUID();
        try (var app = database.app()) {
            GrantsDatabase.confirmedPayment(app, award, payment, 100);
            pay(app, payment, 100);
            app.commit();
        }
        var report = UUID.randomUUID();
        try (var app = database.app()) {
            hear(app, report);
            report(app, report, 100, 0);
            assertUnfounded(app::commit);
        }
        try (var app = database.app()) {
            hear(app, report);
            report(app, report, 70, 30);
            app.commit();
        }
    }

    @Test
    void refusesAwardsAndEntriesOfSchemesThatAreNot() throws SQLException {
        try (var app = database.app()) {
            var nowhere = UUID.randomUUID();
            GrantsDatabase.award(app, nowhere, municipality, UUID.randomUUID(), 5, 5);
            assertRefused("award_of_a_scheme", app::commit);
        }
    }

    @Test
    void refusesACarryOverThatTheLedgerDoesNotHaveInBothYears() throws SQLException {
        var payment = UUID.randomUUID();
        var report = UUID.randomUUID();
        try (var app = database.app()) {
            GrantsDatabase.confirmedPayment(app, award, payment, 100);
            pay(app, payment, 100);
            hear(app, report);
            report(app, report, 70, 30);
            app.commit();
        }
        try (var app = database.app()) {
            carriedOver(app, UUID.randomUUID(), 20);
            assertRefused("the ledger has to have each of them", app::commit);
        }
        try (var app = database.app()) {
            var step = UUID.randomUUID();
            carriedOver(app, step, 20);
            post(app, "carried-over", scheme, award, "carried-over/" + step, "unspent", -20L, "carried-over", 20L);
            assertRefused("the ledger has to have each of them", app::commit);
        }
        try (var app = database.app()) {
            var step = UUID.randomUUID();
            carriedOver(app, step, 20);
            post(app, "carried-over", scheme, award, "carried-over/" + step, "unspent", -20L, "carried-over", 20L);
            // In the old year, where it is carried from.
            post(app, "carried-in", scheme, award, "carried-in/" + step, "carried-in", -20L, "carried-unreported", 20L);
            assertUnfounded(app::commit);
        }
    }

    /** What two persons have decided to carry over, not yet in the ledger. */
    private void carriedOver(Connection app, UUID step, long amount) throws SQLException {
        var carryOver = UUID.randomUUID();
        var request = UUID.randomUUID();
        execute(app, """
                insert into carry_over (id, award_id, scheme_id, from_year, to_year, recipient_id, version, state, unspent,
                    carried, free, by_application, opened_at, changed_at)
                values (?, ?, ?, 2025, 2026, ?, 1, 'settled', 30, ?, 0, true, now(), now())
                """, carryOver, award, scheme, municipality, amount);
        execute(app, """
                insert into carry_over_request (id, carry_over_id, number, kind, amount, unspent, reasons, made_by, made_at,
                    proposed_amount, proposal_reason, proposed_by, proposed_at, granted_amount, decision_reason, decided_by,
                    decided_at)
                values (?, ?, 1, 'application', 30, 30, 'r', 'n', now(), 30, 'r', 'ada', now(), ?, 'r', 'dina', now())
                """, request, carryOver, amount);
        execute(app, """
                insert into carry_over_step (id, carry_over_id, number, cause, change, request_id, made_by, made_at)
                values (?, ?, 1, 'decision', ?, ?, 'dina', now())
                """, step, carryOver, amount, request);
    }

    private void hear(Connection connection, UUID report) throws SQLException {
        execute(connection, """
                insert into reported (report_id, version, status, municipality_id, municipality_number, year, due_on, heard_at)
                values (?, 3, 'approved', ?, '4601', 2025, '2026-03-01', now())
                """, report, municipality);
        execute(connection, """
                insert into reported_award (award_id, year, report_id, version, received, spent, unspent, own_share)
                values (?, 2025, ?, 3, 100, 70, 30, 0)
                """, award, report);
    }

    private void report(Connection connection, UUID report, long spent, long unspent) throws SQLException {
        var source = "report/" + report + "/3/" + award;
        if (unspent == 0) {
            post(connection, "reported", scheme, award, source, "paid-unreported", -spent, "spent", spent);
        } else {
            post(
                    connection,
                    "reported",
                    scheme,
                    award,
                    source,
                    "paid-unreported",
                    -spent - unspent,
                    "spent",
                    spent,
                    "unspent",
                    unspent);
        }
    }

    private void pay(Connection connection, UUID payment, long amount) throws SQLException {
        post(
                connection,
                "paid",
                scheme,
                award,
                "payment/" + payment,
                "awarded-unpaid",
                -amount,
                "paid-unreported",
                amount);
    }

    private static void assertUnfounded(ThrowingCallable attempt) {
        assertRefused("its cause", attempt);
    }

    private static void assertRefused(String reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(reason);
    }
}
