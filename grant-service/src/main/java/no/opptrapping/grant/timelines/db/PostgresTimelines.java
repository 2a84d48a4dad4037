package no.opptrapping.grant.timelines.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.timelines.CallTimeline;
import no.opptrapping.grant.timelines.TimelineStep;
import no.opptrapping.grant.timelines.Timelines;
import no.opptrapping.platform.database.PlainSql;

/**
 * Timelines as one statement over the applications of a call, their awards and the payments of these: nearest ranks, so
 * that every figure is the days of somebody.
 */
@ApplicationScoped
class PostgresTimelines implements Timelines {
    private static final String MEASURED = """
            with application_of as (
                select id, status, (decided_at at time zone 'Europe/Oslo')::date as decided_on from application
                where call_id = ? and status in ('submitted', 'returned', 'approved', 'rejected')
            ), award_of as (
                select w.status, w.decided_on, w.accepted_on,
                    (select min(p.paid_on) from payment p where p.award_id = w.id and p.status = 'confirmed') as paid_on
                from application_of a join award w on w.application_id = a.id
            ), moment (step, reached_on, waits) as (
                select 1, decided_on, decided_on is null from application_of
                union all
                select 2, w.decided_on, w.decided_on is null
                from application_of a left join award w on w.application_id = a.id where a.status = 'approved'
                union all
                select 3, accepted_on, status = 'awarded' from award_of
                union all
                select 4, paid_on, paid_on is null and status in ('awarded', 'accepted', 'changed') from award_of
            )
            select s.name, count(m.reached_on), percentile_disc(0.5) within group (order by m.reached_on) - ?::date,
                percentile_disc(0.9) within group (order by m.reached_on) - ?::date, count(*) filter (where m.waits)
            from (values (1, 'decision'), (2, 'letter'), (3, 'acceptance'), (4, 'money')) s (step, name)
            left join moment m on m.step = s.step
            group by s.step, s.name order by s.step
            """;

    private final PlainSql sql;

    PostgresTimelines(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<CallTimeline.Measured> measured(CallId call, LocalDate lastDay, LocalDate today) {
        var waited = Math.toIntExact(today.toEpochDay() - lastDay.toEpochDay());
        return sql.list(MEASURED, row -> measured(row, waited), call.value(), lastDay, lastDay);
    }

    /** All of a call have waited since the same day; before it nobody waits. */
    private static CallTimeline.Measured measured(ResultSet row, int waited) throws SQLException {
        var waiting = waited > 0 ? row.getLong(5) : 0;
        return new CallTimeline.Measured(
                TimelineStep.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getLong(2),
                Optional.ofNullable(row.getObject(3, Integer.class)),
                Optional.ofNullable(row.getObject(4, Integer.class)),
                waiting,
                waiting > 0 ? Optional.of(waited) : Optional.empty());
    }
}
