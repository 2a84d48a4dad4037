package no.opptrapping.grant.trace.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.trace.TraceFacts;
import no.opptrapping.grant.trace.TraceStep;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** Reads in PostgreSQL what every room has written of an award: each part by the award's identity, or its scheme's year. */
@ApplicationScoped
class PostgresTraceFacts implements TraceFacts {
    private static final String STEPS = """
            with traced as (select * from award where id = ?),
            step (kind, at, year, amount, rest, nb, nn, en, man_years, link) as (
                select 'appropriated', p.approved_at, a.year, a.amount, null::bigint, a.source, a.source, a.source, null::numeric,
                    null
                from traced t join appropriation_approval p using (scheme_id, year)
                join appropriation a on a.id = p.appropriation_id
                union all
                select 'revised', v.approved_at, a.year, r.change, null, r.reason, r.reason, r.reason, null, null
                from traced t join appropriation_approval p using (scheme_id, year)
                join appropriation a on a.id = p.appropriation_id
                join appropriation_revision r on r.appropriation_id = a.id
                join appropriation_revision_approval v on v.revision_id = r.id
                union all
                select 'divided', r.adopted_at, r.year, r.distributed, null, r.name, r.name, r.name, null,
                    '/v1/allocation-runs/' || r.id || '/explanations/' || t.municipality_number
                from traced t join allocation_run r on r.id = t.run_id where r.adopted_at is not null
                union all
                select 'awarded', t.decided_at, t.year, coalesce((select c.amount_before from award_change c
                    where c.award_id = t.id and c.number = 1), t.amount), null, null, null, null, null,
                    '/v1/awards/' || t.id || '/letter'
                from traced t
                union all
                select 'accepted', t.accepted_at, t.year, null, null, null, null, null, null, null
                from traced t where t.accepted_at is not null
                union all
                select 'changed', c.decided_at, t.year, c.amount_after - c.amount_before, null, c.reason_nb, c.reason_nn,
                    c.reason_en, null, '/v1/awards/' || t.id || '/letter'
                from traced t join award_change c on c.award_id = t.id
                union all
                select 'ended', t.ended_at, t.year, null, null, null, null, null, null, null
                from traced t where t.ended_at is not null
                union all
                select 'paid', p.confirmed_at, t.year, p.amount, null, null, null, null, null, '/v1/awards/' || t.id || '/instalments'
                from traced t join payment p on p.award_id = t.id where p.confirmed_at is not null
                union all
                select p.status, p.failed_at, t.year, p.amount, null, null, null, null, null, null
                from traced t join payment p on p.award_id = t.id where p.status in ('rejected', 'returned')
                union all
                select 'reported', r.approved_at, r.year, w.spent, w.unspent, null, null, null, r.man_years, null
                from traced t join reported_award w on w.award_id = t.id join reported r on r.report_id = w.report_id
                where r.approved_at is not null
                union all
                select 'carried-over', s.made_at, c.to_year, s.change, null, null, null, null, null, '/v1/carry-overs/' || c.id
                from traced t join carry_over c on c.award_id = t.id join carry_over_step s on s.carry_over_id = c.id
                union all
                select s.kind, coalesce(s.answered_at, s.made_at), c.year, abs(s.change), null, null, null, null, null,
                    '/v1/claims/' || c.id
                from traced t join claim c on c.award_id = t.id join claim_step s on s.claim_id = c.id
                where not s.by_two or s.granted)
            select * from step order by at, kind, year, amount limit ?
            """;

    private final PlainSql sql;

    PostgresTraceFacts(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<TraceStep> steps(AwardId award) {
        return sql.list(STEPS, PostgresTraceFacts::step, award.value(), MOST);
    }

    private static TraceStep step(ResultSet row) throws SQLException {
        return new TraceStep(
                TraceStep.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getInt(3),
                kroner(row, 4),
                kroner(row, 5),
                row.getString(6) == null
                        ? Optional.empty()
                        : Optional.of(new LocalisedText(row.getString(6), row.getString(7), row.getString(8))),
                Optional.ofNullable(row.getBigDecimal(9)).map(one -> one.toPlainString()),
                Optional.ofNullable(row.getString(10)));
    }

    private static Optional<Kroner> kroner(ResultSet row, int column) throws SQLException {
        var amount = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Kroner.of(amount));
    }
}
