package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long every list takes after one year and after twenty, in the same run: 5 000 and then 100 000 awards, each paid and
 * accounted for except the newest year's. Only when it is asked for: {@code -Dbenchmark=true
 * -Dtest=ListsAtScaleBenchmarkIT}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ListsAtScaleBenchmarkIT {
    private static final int PER_YEAR = 5_000;
    private static final int NEWEST = 2025;
    private static final int YEARS = 20;
    private static final int WARM_UP = 30;
    private static final int TIMES = 60;

    @Inject
    MoneyWorld world;

    @Inject
    SimulatedClock clock;

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    private MoneyWorld.Municipality municipality;
    private String scheme;

    @Test
    void noListTakesMoreThanTwiceAsLongAfterTwentyYears() throws SQLException {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
        municipality = world.municipality("98", true);
        scheme = world.scheme("earmarked").toString();
        make(NEWEST);
        var lists = lists();
        lists.values().forEach(ListsAtScaleBenchmarkIT::median);
        var before = measured(lists);
        for (var year = NEWEST - 1; year > NEWEST - YEARS; year--) {
            make(year);
        }
        lists.values().forEach(ListsAtScaleBenchmarkIT::median);
        var after = measured(lists);

        after.forEach((name, time) -> System.out.printf(
                "%-40s %8.2f ms after 1 year %8.2f ms after %d  ratio %.2f%n",
                name, before.get(name) / 1e6, time / 1e6, YEARS, (double) time / before.get(name)));
        assertThat(after)
                .allSatisfy((name, time) ->
                        assertThat((double) time / before.get(name)).as(name).isLessThan(2));
    }

    private Map<String, Supplier<Integer>> lists() {
        var controller = new String[] {"controller", "adviser"};
        var lists = new LinkedHashMap<String, Supplier<Integer>>();
        for (var path : new String[] {
            "/v1/awards",
            "/v1/awards?year=2025",
            "/v1/awards?status=awarded",
            "/v1/awards?year=2025&schemeId=" + scheme,
            "/v1/payments",
            "/v1/payments?year=2025&schemeId=" + scheme,
            "/v1/payments?status=ordered",
            "/v1/ledger/entries",
            "/v1/ledger/entries?year=2025&schemeId=" + scheme,
            "/v1/worklist",
            "/v1/payment-holds",
            "/v1/bank-files",
            "/v1/accounting-exports",
            "/v1/allocation-runs",
            "/v1/ledger/check?year=2025&schemeId=" + scheme
        }) {
            lists.put(path.replace(scheme, "S"), get(() -> world.as("kari", controller), path));
        }
        lists.put("/v1/awards (a municipality)", get(() -> world.as(municipality), "/v1/awards?year=2025"));
        lists.put("/v1/overview (a municipality)", get(() -> world.as(municipality), "/v1/overview"));
        return lists;
    }

    private static Supplier<Integer> get(Supplier<RequestSpecification> caller, String path) {
        // One token for all, so that only the list is measured.
        var request = caller.get().baseUri("http://localhost:" + RestAssured.port);
        return () -> {
            var answer = RestAssured.given().spec(request).get(path);
            assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
            return answer.asByteArray().length;
        };
    }

    private static Map<String, Long> measured(Map<String, Supplier<Integer>> lists) {
        var times = new LinkedHashMap<String, Long>();
        lists.forEach((name, list) -> times.put(name, median(list)));
        return times;
    }

    private static long median(Supplier<Integer> list) {
        var times = new long[TIMES];
        for (var i = -WARM_UP; i < TIMES; i++) {
            var start = System.nanoTime();
            assertThat(list.get()).isPositive();
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    /** A year's awards over 357 municipalities, in the tables as the service leaves them. */
    private void make(int year) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            // The rules of the tables are tried elsewhere: here they would take longer than everything else.
            statement.execute("set session_replication_role = replica");
            for (var sql : statements(year)) {
                statement.execute(sql);
            }
            statement.execute("reset session_replication_role");
            statement.execute("vacuum analyze");
        }
    }

    private String[] statements(int year) {
        var old = year < NEWEST;
        var made = """
                create temporary table made on commit preserve rows as
                select gen_random_uuid() as id, gen_random_uuid() as payment, n,
                    'B' || %1$d || lpad(n::text, 6, '0') as reference,
                    case when n %% 357 = 0 then '%2$s'::uuid
                        else ('00000000-0000-4000-8000-' || lpad((n %% 357)::text, 12, '0'))::uuid end as municipality,
                    case when n %% 357 = 0 then '%3$s' else lpad((300 + n %% 357)::text, 4, '0') end as number
                from generate_series(1, %4$d) n
                """.formatted(year, municipality.id(), municipality.number().value(), PER_YEAR);
        return new String[] {
            "drop table if exists made",
            made,
            """
            insert into award (id, reference, version, status, scheme_id, scheme_code, scheme_name_nb, scheme_name_nn,
                scheme_name_en, chapter, item, contact_name, contact_email, contact_phone, year, municipality_id,
                municipality_number, municipality_name, amount, run_id, report_opens_on, report_due_on, report_form,
                report_size, decided_by, decided_at, decided_on, accepted_at, accepted_on, accepted_by, accepted_for,
                account_number, scheme_version, accept_by, appeal_days)
            select id, reference, 2, case when %1$s or n > 500 then 'accepted' else 'awarded' end, '%2$s', 'c', 'n', 'n',
                'n', '765', '62', 'n', 'e', '2', %3$d, municipality, number, 'Prøve', 1000, gen_random_uuid(),
                '2026-01-15', '2026-03-01', 'is-24-8', 'full', 'dina', timestamptz '%3$d-04-01', '%3$d-04-01',
                case when %1$s or n > 500 then timestamptz '%3$d-04-10' end,
                case when %1$s or n > 500 then date '%3$d-04-10' end,
                case when %1$s or n > 500 then 'n' end, case when %1$s or n > 500 then '964338531' end,
                case when %1$s or n > 500 then '86011117947' end, 1,
                '%3$d-04-29', 21
            from made
            """.formatted(old, scheme, year),
            "insert into award_participant select id, 0, municipality, number, 1000 from made",
            """
            insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at,
                needs_approval, status)
            select id, 1, '86011117947', municipality, 'n', '964338531', timestamptz '%1$d-04-10', false, 'in-force'
            from made
            """.formatted(year),
            """
            insert into reported (report_id, version, status, municipality_id, municipality_number, year, due_on, heard_at)
            select gen_random_uuid(), 1, 'approved', municipality, number, %1$d - 1, '%1$d-03-01', now()
            from made where n <= 357
            """.formatted(year),
            """
            insert into payment (id, award_id, award_reference, scheme_id, year, municipality_id, payee_id, amount,
                due_on, account_number, status, version, ordered_by, ordered_at, approved_by, approved_at, confirmed_by,
                confirmed_at, paid_on, reference)
            select payment, id, reference, '%2$s', %3$d, municipality, municipality, 1000, '%3$d-05-02', '86011117947',
                case when %1$s or n > 1000 then 'confirmed' else 'ordered' end, 3, 'ada', timestamptz '%3$d-04-20',
                case when %1$s or n > 1000 then 'kari' end, case when %1$s or n > 1000 then timestamptz '%3$d-04-21' end,
                case when %1$s or n > 1000 then 'bank' end, case when %1$s or n > 1000 then timestamptz '%3$d-05-02' end,
                case when %1$s or n > 1000 then date '%3$d-05-02' end, case when %1$s or n > 1000 then 'B' end
            from made where n > 500
            """.formatted(old, scheme, year),
            """
            with given as (
                insert into appropriation (id, scheme_id, year, amount, source, made_by, made_at)
                values (gen_random_uuid(), '%1$s', %2$d, 6000000, 'Prop. 1 S', 'ada', timestamptz '%2$d-01-01')
                returning id)
            insert into ledger_entry (id, kind, scheme_id, year, source, lines, posted_by, posted_at)
            select gen_random_uuid(), 'appropriated', '%1$s', %2$d, 'appropriation/' || id, 2, 'n',
                timestamptz '%2$d-01-01' from given
            """.formatted(scheme, year),
            """
            insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
            select gen_random_uuid(), kind, '%2$s', %3$d, id, source, lines, 'n', timestamptz '%3$d-04-01'
            from made cross join lateral (values ('awarded', 'award/' || id, 4, true),
                ('paid', 'payment/' || payment, 2, %1$s or n > 1000),
                ('reported', 'report/' || payment || '/1/' || id, 2, %1$s)) as entry (kind, source, lines, posted)
            where posted
            """.formatted(old, scheme, year),
            """
            insert into ledger_line select e.id, line.account, line.amount from ledger_entry e
            cross join lateral (values ('appropriated', 'appropriated', -6000000),
                ('appropriated', 'available', 6000000), ('awarded', 'available', -1000), ('awarded', 'awarded-unpaid', 1000),
                ('awarded', 'awarded', 1000), ('awarded', 'awarded-contra', -1000),
                ('paid', 'awarded-unpaid', -1000), ('paid', 'paid-unreported', 1000),
                ('reported', 'paid-unreported', -1000), ('reported', 'spent', 1000)) as line (kind, account, amount)
            where e.scheme_id = '%1$s' and e.year = %2$d and line.kind = e.kind
            """.formatted(scheme, year),
            """
            insert into ledger_award_balance (award_id, year, account, balance)
            select e.award_id, e.year, l.account, sum(l.amount)
            from ledger_entry e join ledger_line l on l.entry_id = e.id
            where e.scheme_id = '%1$s' and e.year = %2$d and e.award_id is not null group by e.award_id, e.year, l.account
            """.formatted(scheme, year),
            """
            insert into ledger_balance select e.scheme_id, e.year, l.account, sum(l.amount)
            from ledger_entry e join ledger_line l on l.entry_id = e.id
            where e.scheme_id = '%1$s' and e.year = %2$d group by e.scheme_id, e.year, l.account
            """.formatted(scheme, year),
            """
            insert into allocation_run (id, name, scheme_id, year, made_by, made_at, inputs, input_hash, result_hash,
                budget, distributed, recipients)
            select gen_random_uuid(), 'r', '%1$s', %2$d, 'ada', timestamptz '%2$d-03-01' + n * interval '1 minute',
                t.text, encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), repeat('0', 64), 1000, 1000, 1
            from generate_series(1, 50) n cross join lateral (select repeat(md5(n::text), 6000) as text) t
            """.formatted(scheme, year),
        };
    }
}
