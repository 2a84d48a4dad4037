package no.opptrapping.grant.reconciliation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.reconciliation.AwardFacts;
import no.opptrapping.grant.reconciliation.LedgerFacts;
import no.opptrapping.grant.reconciliation.OutOfStep;
import no.opptrapping.grant.reconciliation.SchemeYearFacts;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** Adds up in PostgreSQL what every room knows of a scheme's year: sums over tables of all rooms and of the ledger. */
@ApplicationScoped
class PostgresLedgerFacts implements LedgerFacts {
    /**
     * What is known of each award besides the ledger: those of the year, those of which money was carried over into it, and of
     * one that is neither nothing.
     */
    private static final String EXPECTED = """
            with of (scheme_id, year) as (values (cast(? as uuid), cast(? as integer))),
            claims as (
                select c.award_id,
                    sum(s.change) filter (where c.cause = 'unspent' and s.kind in ('claimed', 'lowered')) as of_unspent,
                    sum(s.change) filter (where c.cause = 'misspent' and s.kind in ('claimed', 'lowered')) as of_spent,
                    -sum(s.change) filter (where s.kind in ('repaid', 'settled')) as repaid,
                    -sum(s.change) filter (where s.kind = 'written-off') as written_off
                from of join claim c using (scheme_id, year) join claim_step s on s.claim_id = c.id and s.counts
                group by c.award_id),
            expected as (
                select a.id, a.reference,
                       case when a.status in ('annulled', 'lapsed') then 0 else a.amount end as amount,
                       coalesce(p.paid, 0) as paid, coalesce(c.claimed, 0) as claimed, coalesce(r.spent, 0) as spent,
                       coalesce(r.unspent, 0) as unspent, 0 as carried_in, coalesce(o.carried, 0) as carried,
                       coalesce(k.of_unspent, 0) as of_unspent, coalesce(k.of_spent, 0) as of_spent,
                       coalesce(k.repaid, 0) as repaid, coalesce(k.written_off, 0) as written_off
                from of join award a using (scheme_id, year)
                left join claims k on k.award_id = a.id
                left join (select p.award_id, sum(p.amount) as paid from of join payment p using (scheme_id, year)
                    where p.status = 'confirmed' group by p.award_id) p on p.award_id = a.id
                left join (select award_id, sum(claimed) as claimed from (select award_id, claimed from award_change
                    union all select award_id, -failed_claim_settled from payment
                    where failed_claim_settled is not null) claims group by award_id) c on c.award_id = a.id
                left join reported_award r on r.award_id = a.id and r.year = a.year
                left join (select c.award_id, sum(s.change) as carried from of
                    join carry_over c on c.scheme_id = of.scheme_id and c.from_year = of.year
                    join carry_over_step s on s.carry_over_id = c.id group by c.award_id) o on o.award_id = a.id
                union all
                select i.award_id, a.reference, 0, 0, 0, coalesce(r.spent, 0), coalesce(r.unspent, 0), i.carried,
                       coalesce(o.carried, 0), coalesce(k.of_unspent, 0), coalesce(k.of_spent, 0), coalesce(k.repaid, 0),
                       coalesce(k.written_off, 0)
                from of cross join lateral (select c.award_id, sum(s.change) as carried
                    from carry_over c join carry_over_step s on s.carry_over_id = c.id
                    where c.scheme_id = of.scheme_id and c.to_year = of.year group by c.award_id) i
                join award a on a.id = i.award_id
                left join claims k on k.award_id = a.id
                left join reported_award r on r.award_id = a.id and r.year = of.year
                left join lateral (select sum(s.change) as carried from carry_over c
                    join carry_over_step s on s.carry_over_id = c.id
                    where c.award_id = a.id and c.from_year = of.year) o on true
                union all
                select distinct e.award_id, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                from of join ledger_entry e using (scheme_id, year)
                where e.award_id is not null
                    and not exists (select from award a where a.id = e.award_id and a.scheme_id = e.scheme_id
                        and a.year = e.year)
                    and not exists (select from carry_over c join carry_over_step s on s.carry_over_id = c.id
                        where c.award_id = e.award_id and c.scheme_id = e.scheme_id and c.to_year = e.year))
            """;

    private static final String SUMS = EXPECTED + """
            select coalesce(sum(amount), 0), coalesce(sum(paid), 0), coalesce(sum(claimed), 0), coalesce(sum(spent), 0),
                coalesce(sum(unspent), 0), coalesce(sum(carried_in), 0), coalesce(sum(carried), 0),
                coalesce(sum(of_unspent), 0), coalesce(sum(of_spent), 0), coalesce(sum(repaid), 0),
                coalesce(sum(written_off), 0)
            from expected group by carried_in <> 0
            """;
    private static final String OUT_OF_STEP = EXPECTED + """
            select x.id, x.reference, due.account, coalesce((b.balances ->> due.account)::bigint, 0), due.balance
            from of cross join expected x
            cross join lateral (select jsonb_object_agg(account, balance) as balances from ledger_award_balance
                where award_id = x.id and year = of.year) b
            cross join lateral (select case when x.carried_in <> 0 then x.spent + x.unspent else 0 end as of_carried) r
            cross join lateral (values ('awarded', x.amount), ('awarded-unpaid', x.amount - x.paid + x.claimed),
                ('paid-unreported', x.paid - x.claimed - x.spent - x.unspent + r.of_carried),
                ('spent', x.spent - x.of_spent), ('unspent', x.unspent - x.carried - x.of_unspent),
                ('claim', x.claimed + x.of_unspent + x.of_spent - x.repaid - x.written_off), ('repaid', x.repaid),
                ('written-off', x.written_off), ('claimed-unspent', x.of_unspent), ('claimed-spent', x.of_spent),
                ('carried-over', x.carried), ('carried-in', -x.carried_in),
                ('carried-unreported', x.carried_in - r.of_carried), ('lapsed', 0)) as due (account, balance)
            where coalesce((b.balances ->> due.account)::bigint, 0) <> due.balance
            order by x.id, due.account limit ?
            """;
    /** What two persons stand behind; a proposal is no money yet. */
    private static final String APPROPRIATED = """
            select coalesce(sum(a.amount), 0) + coalesce((select sum(r.change) from appropriation_revision r
                join appropriation o on o.id = r.appropriation_id
                join appropriation_revision_approval on revision_id = r.id where o.scheme_id = ? and o.year = ?), 0)
            from appropriation a join appropriation_approval p on p.appropriation_id = a.id
            where a.scheme_id = ? and a.year = ?
            """;

    /** The valid awards of each frame that there has been, and what is paid of them. */
    private static final String OF_FRAMES = """
            select f.office_id,
                coalesce(sum(case when a.status in ('annulled', 'lapsed') then 0 else a.amount end), 0),
                coalesce(sum(p.paid), 0), coalesce(sum(c.claimed), 0)
            from (select distinct scheme_id, year, office_id from ledger_frame_balance) f
            left join ledger_award_office o using (scheme_id, year, office_id)
            left join award a on a.id = o.award_id
            left join lateral (select sum(amount) as paid from payment
                where award_id = a.id and status = 'confirmed') p on true
            left join lateral (select sum(claimed) - coalesce((select sum(failed_claim_settled) from payment
                where award_id = a.id and failed_claim_settled is not null), 0) as claimed
                from award_change where award_id = a.id) c on true
            where f.scheme_id = ? and f.year = ? group by f.office_id
            """;

    private final PlainSql sql;
    private final Journal journal;

    PostgresLedgerFacts(PlainSql sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    @Override
    public void holdStill() {
        sql.update("set transaction isolation level repeatable read, read only");
    }

    @Override
    public List<Journal.SchemeYear> schemeYears(Optional<SchemeId> scheme, Optional<Year> year) {
        return sql.list(
                """
                select distinct scheme_id, year from ledger_balance
                where scheme_id = coalesce(cast(? as uuid), scheme_id)
                    and year = coalesce(cast(? as integer), year) order by year, scheme_id
                """,
                row -> new Journal.SchemeYear(new SchemeId(row.getObject(1, UUID.class)), Year.of(row.getInt(2))),
                scheme.map(SchemeId::value).orElse(null),
                year.map(Year::getValue).orElse(null));
    }

    @Override
    public SchemeYearFacts of(SchemeId scheme, Year year) {
        var id = scheme.value();
        var of = year.getValue();
        var awards = sql.list(SUMS, PostgresLedgerFacts::sums, id, of);
        return new SchemeYearFacts(
                scheme,
                year,
                journal.balances(scheme, year),
                journal.sumsOfLines(scheme, year),
                List.of(),
                amount(APPROPRIATED, id, of, id, of),
                amount("""
                        select coalesce(sum(l.amount), 0) from frame_change c join frame_change_line l on l.change_id = c.id
                        where c.scheme_id = ? and c.year = ? and c.status = 'adopted'
                        """, id, of),
                awards,
                amount("""
                        select coalesce(sum(f.amount), 0) from framework_allocation f
                        where f.scheme_id = ? and f.year = ? and not exists (
                            select from framework_allocation newer where newer.id = f.id and newer.version > f.version)
                        """, id, of),
                amount("""
                        select coalesce(sum(s.change), 0) from carry_over c join carry_over_step s on s.carry_over_id = c.id
                        where c.scheme_id = ? and c.to_year = ?
                        """, id, of),
                frames(scheme, year));
    }

    private List<SchemeYearFacts.FrameFacts> frames(SchemeId scheme, Year year) {
        var balances = journal.frames(scheme, year);
        return balances.isEmpty()
                ? List.of()
                : sql.list(
                        OF_FRAMES,
                        row -> {
                            var office = new CountyGovernorOfficeId(row.getObject(1, UUID.class));
                            return new SchemeYearFacts.FrameFacts(
                                    office,
                                    balances.getOrDefault(office, Map.of()),
                                    Kroner.of(row.getLong(2)),
                                    Kroner.of(row.getLong(3)),
                                    Kroner.of(row.getLong(4)));
                        },
                        scheme.value(),
                        year.getValue());
    }

    private static AwardFacts sums(ResultSet row) throws SQLException {
        return new AwardFacts(
                new UUID(0, 0),
                Optional.empty(),
                Kroner.of(row.getLong(1)),
                Kroner.of(row.getLong(2)),
                Kroner.of(row.getLong(3)),
                Kroner.of(row.getLong(4)),
                Kroner.of(row.getLong(5)),
                Kroner.of(row.getLong(6)),
                Kroner.of(row.getLong(7)),
                new AwardFacts.Claims(
                        Kroner.of(row.getLong(8)),
                        Kroner.of(row.getLong(9)),
                        Kroner.of(row.getLong(10)),
                        Kroner.of(row.getLong(11))));
    }

    @Override
    public List<OutOfStep> outOfStep(SchemeId scheme, Year year, int most) {
        var id = scheme.value();
        var of = year.getValue();
        return sql.list(
                OUT_OF_STEP,
                row -> new OutOfStep(
                        row.getObject(1, UUID.class),
                        Optional.ofNullable(row.getString(2)),
                        Account.of(row.getString(3)),
                        Kroner.of(row.getLong(4)),
                        Kroner.of(row.getLong(5))),
                id,
                of,
                most);
    }

    @Override
    public Set<UUID> among(Set<UUID> awards, Optional<SchemeId> scheme, Optional<Year> year) {
        return Set.copyOf(sql.list(
                """
                select id from award where id = any(?)
                    and scheme_id = coalesce(cast(? as uuid), scheme_id)
                    and year = coalesce(cast(? as integer), year)
                """,
                row -> row.getObject(1, UUID.class),
                awards.toArray(UUID[]::new),
                scheme.map(SchemeId::value).orElse(null),
                year.map(Year::getValue).orElse(null)));
    }

    private Kroner amount(String statement, Object... arguments) {
        return sql.one(statement, row -> Kroner.of(row.getLong(1)), arguments);
    }
}
