package no.opptrapping.grant.allocation.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories of frames, rounds, awards, lapses, the reserve list, corrections, payments, incorporation and a succession of offices,
 * through the API and on the real database: whatever is done and whatever is refused, ledger, frames, awards and
 * applications agree after every act. {@code -Dhistories.steps=20000} plays longer, {@code -Dhistories.seed=} others.
 */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class HistoriesIT extends RandomHistory {
    private static final long SEED = Long.getLong("histories.seed", 20_251_129L);
    private static final int STEPS = Integer.getInteger("histories.steps", 160);
    private static final int OF_A_HISTORY = 80;
    private static final int REMEMBERED = 25;

    /** What nothing that is refused or done may leave behind, as words for whoever reads the failure. */
    private static final String FAULTS = """
            select 'frame of ' || office_id || ' is below zero on ' || account as fault from ledger_frame_balance
            where scheme_id = ?1 and balance < 0 and account not in ('available', 'awarded-contra', 'authorised-contra')
            union all
            select 'application ' || p.reference || ' has ' || sum(a.amount) || ' and is due ' || s.assessed_amount
            from award a join application p on p.id = a.application_id join assessment s on s.application_id = p.id
            where p.scheme_id = ?1 and a.status not in ('annulled', 'lapsed')
            group by p.reference, s.assessed_amount having sum(a.amount) > s.assessed_amount
            union all
            select 'application ' || p.reference || ' is ' || p.status || ' with ' || coalesce(p.awarded, 0)
                || ' and its award of ' || a.amount || ' is ' || a.status
            from award a join application p on p.id = a.application_id
            where p.scheme_id = ?1 and a.status not in ('annulled', 'lapsed')
                and (p.status <> 'approved' or p.awarded <> a.amount)
            union all
            select 'payments of ' || a.reference || ' come to ' || sum(p.amount) || ' of ' || a.amount
            from payment p join award a on a.id = p.award_id
            where a.scheme_id = ?1 and p.status in ('ordered', 'approved', 'sent', 'confirmed')
            group by a.id having sum(p.amount) > a.amount + (select coalesce(sum(claimed), 0) from award_change
                where award_id = a.id)
            union all
            select 'award ' || a.reference || ' is of no office that the ledger knows' from award a
            join allocation_run r on r.id = a.run_id where a.scheme_id = ?1 and r.office_id is not null
                and not exists (select from ledger_award_office o where o.award_id = a.id)
            """;

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    private Connection connection;

    HistoriesIT() {
        super("95", "96");
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(superuser);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void everyActLeavesLedgerFramesAwardsAndApplicationsWhole() {
        System.out.println("HistoriesIT: -Dhistories.seed=" + SEED + " -Dhistories.steps=" + STEPS);
        for (var played = 0; played < STEPS; played += OF_A_HISTORY) {
            play(SEED + played / OF_A_HISTORY, Math.min(OF_A_HISTORY, STEPS - played));
        }
        answered.forEach((what, times) -> System.out.printf("%6d %s%n", times, what));
        assertThat(answered)
                .containsKeys("frames-adopted 201", "run-adopted 201", "accepted 201", "declined 201", "paid 201");
    }

    private void play(long seed, int steps) {
        var acts = new ArrayDeque<String>();
        try {
            beginHistory(new Random(seed));
            for (var step = 0; step < steps; step++) {
                acts.add(act());
                if (acts.size() > REMEMBERED) {
                    acts.remove();
                }
                assertThat(faults()).isEmpty();
                balanced();
            }
            reconciled();
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError("-Dhistories.seed=" + seed + ", after " + acts, fault);
        } finally {
            leave();
        }
    }

    /** A history whose ledger lacks one posting is found, or all of the above says nothing. */
    @Test
    void aPostingThatIsMissingIsFound() throws SQLException {
        beginHistory(new Random(SEED));
        for (var step = 0; rows(ENTRIES, UUID.fromString(scheme)).isEmpty(); step++) {
            assertThat(step).isLessThan(500);
            act();
        }
        var entry = rows(ENTRIES, UUID.fromString(scheme)).getFirst().get("id");
        balanced();
        connection.setAutoCommit(false);
        execute("set local session_replication_role = replica");
        execute("create temporary table missing on commit preserve rows as select * from ledger_line where entry_id = '"
                + entry + "'");
        execute("delete from ledger_line where entry_id = '" + entry + "'");
        connection.commit();
        try {
            assertThat(isBalanced()).isFalse();
        } finally {
            execute("set local session_replication_role = replica");
            execute("insert into ledger_line select * from missing");
            connection.commit();
            connection.setAutoCommit(true);
        }
        balanced();
    }

    private static final String ENTRIES =
            "select id from ledger_entry where scheme_id = ? and kind = 'awarded' order by posted_at";

    private List<Object> faults() {
        return rows(FAULTS.replace("?1", "'" + scheme + "'::uuid")).stream()
                .map(row -> row.get("fault"))
                .toList();
    }

    private void balanced() {
        assertThat(isBalanced())
                .as(() -> check(scheme).asPrettyString()
                        + (framework.isEmpty() ? "" : check(framework).asPrettyString()))
                .isTrue();
    }

    private boolean isBalanced() {
        return isBalanced(scheme) && (framework.isEmpty() || isBalanced(framework));
    }

    private boolean isBalanced(String of) {
        return check(of).then().statusCode(200).extract().<Boolean>path("balanced");
    }

    private Response check(String of) {
        return world.asPerson("sigrid", "controller").get("/v1/ledger/check?schemeId=" + of);
    }

    private void reconciled() {
        world.asPerson("sigrid", "controller")
                .get("/v1/frame-reconciliations?schemeId=" + scheme + "&year=2025&month="
                        + today().toString().substring(0, 7))
                .then()
                .statusCode(200)
                .body("items.agrees", everyItem(is(true)));
    }

    @Override
    protected List<Map<String, Object>> rows(String sql, Object... arguments) {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, Object>>();
                while (found.next()) {
                    var row = new HashMap<String, Object>();
                    for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
