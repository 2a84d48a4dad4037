package no.opptrapping.grant.queue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.queue.AssessmentQueue;
import no.opptrapping.grant.queue.CaseStep;
import no.opptrapping.grant.queue.QueuedCase;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** The queue as one statement over the tables of several rooms: it only reads, in the order of an index. */
@ApplicationScoped
class PostgresAssessmentQueue implements AssessmentQueue {
    private static final String DAY = "(a.submitted_at at time zone 'Europe/Oslo')::date";

    private static final String QUEUE = """
            select a.id, a.reference, a.call_id, c.title ->> ?, a.host_id, coalesce(a.asked, 0), a.submitted_at, %s, h.holder, s.id,
                   w.step, case w.step when 'assessment' then h.since when 'second-person' then s.assessed_at
                       when 'completion' then (a.completions -> -1 ->> 'askedAt')::timestamptz else a.submitted_at end,
                   case w.step when 'completion' then a.complete_by when 'statement' then w.due end
            from application a
            join call c on c.id = a.call_id
            left join scheme_version v on v.scheme_id = c.scheme_id and v.number = c.scheme_version
            left join case_holding h on h.application_id = a.id
            -- An assessment of more than what is asked for is of the application before a participant left it, and an older
            -- one than its completion of the application before that.
            left join assessment s on s.application_id = a.id and s.assessed_amount <= a.asked
                and s.assessed_at > coalesce(a.completed_at, '-infinity')
            cross join lateral (select statement_due(c.deadline, a.submitted_at, v.rules) as due) d
            cross join lateral (select d.due, case
                when a.status = 'returned' then 'completion'
                when s.id is not null then 'second-person'
                when d.due >= ? and (select t.application_id from statement t where t.application_id = a.id) is null
                    then 'statement'
                when h.holder is null or exists (select from disqualification q where q.person = h.holder
                    and q.scheme_id = a.scheme_id and q.ended_at is null) then 'take'
                else 'assessment' end as step) w
            where a.status in ('submitted', 'returned') and c.status <> 'cancelled'
            """.formatted(DAY);

    private final PlainSql sql;

    PostgresAssessmentQueue(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<QueuedCase> list(Filter filter, Language language, Optional<Key> after, int limit) {
        var statement = new StringBuilder(QUEUE);
        var arguments = new ArrayList<Object>();
        arguments.add(language.tag());
        arguments.add(filter.now());
        filter.call().ifPresent(call -> {
            statement.append(" and a.call_id = ?");
            arguments.add(call.value());
        });
        filter.hosts().ifPresent(hosts -> {
            statement.append(" and a.host_id = any(?)");
            arguments.add(hosts.stream().map(MunicipalityId::value).toArray(UUID[]::new));
        });
        filter.holder().ifPresent(holder -> {
            statement.append(" and h.holder = ?");
            arguments.add(holder);
        });
        if (filter.unheld()) {
            statement.append(" and h.holder is null");
        }
        filter.step().ifPresent(step -> {
            statement.append(" and w.step = ?");
            arguments.add(step.code());
        });
        after.ifPresent(key -> {
            statement.append(" and (").append(DAY).append(", -coalesce(a.asked, 0), a.reference) > (?, ?, ?)");
            arguments.add(key.queuedOn());
            arguments.add(-key.asked().value());
            arguments.add(key.reference());
        });
        statement.append(" order by ").append(DAY).append(", -coalesce(a.asked, 0), a.reference limit ?");
        arguments.add(limit);
        return sql.list(statement.toString(), PostgresAssessmentQueue::queued, arguments.toArray());
    }

    private static QueuedCase queued(ResultSet row) throws SQLException {
        return new QueuedCase(
                new ApplicationId(row.getObject(1, UUID.class)),
                row.getString(2),
                new CallId(row.getObject(3, UUID.class)),
                row.getString(4),
                new MunicipalityId(row.getObject(5, UUID.class)),
                Kroner.of(row.getLong(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, LocalDate.class),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getObject(10, UUID.class)).map(AssessmentId::new),
                CaseStep.of(row.getString(11)),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(13, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
