package no.opptrapping.grant.worklist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.worklist.Waiting;
import no.opptrapping.grant.worklist.Worklist;
import no.opptrapping.platform.values.MunicipalityId;

/** The worklist as one statement over the tables of all rooms: it only reads, and nothing reads it. */
@ApplicationScoped
class PostgresWorklist implements Worklist {
    private static final String WAITING = """
            select 'call-to-announce' as what, title ->> 'nb' as name, null::uuid as municipality_id, made_at as since,
                   1 as count, '/v1/calls/' || id as link
            from call where status = 'DRAFT'
            union all
            select 'applications-to-assess', c.title ->> 'nb', null, min(a.submitted_at), count(*),
                   '/v1/applications?status=submitted&callId=' || c.id
            from application a join call c on c.id = a.call_id
            where a.status = 'SUBMITTED' and not exists (select from assessment s where s.application_id = a.id)
            group by c.id
            union all
            select 'run-to-adopt', name, null, made_at, 1, '/v1/allocation-runs/' || id
            from allocation_run r
            where adopted_by is null and not exists (
                select from allocation_run later where later.scheme_id = r.scheme_id and later.year = r.year
                    and later.name = r.name and later.made_at > r.made_at)
            union all
            select 'award-to-accept', reference, municipality_id, decided_at, 1, '/v1/awards/' || id
            from award where status = 'awarded'
            union all
            select 'awards-to-pay', scheme_code || ' ' || year, null, min(accepted_at), count(*),
                   '/v1/awards?status=accepted&schemeId=' || scheme_id || '&year=' || year
            from award w
            where status = 'accepted'
              and amount > (select coalesce(sum(p.amount), 0) from payment p where p.award_id = w.id)
            group by scheme_id, scheme_code, year
            union all
            select case status when 'ordered' then 'payments-to-approve' else 'payments-to-confirm' end,
                   case when batch_id is null then min(award_reference) else min(year)::text end,
                   null, min(coalesce(approved_at, ordered_at)), count(*),
                   case when batch_id is null then '/v1/payments/' || min(id::text)
                        else '/v1/payment-batches/' || batch_id end
            from payment where status <> 'confirmed'
            group by status, batch_id, case when batch_id is null then id end
            union all
            select case status when 'submitted' then 'report-to-control' else 'report-to-correct' end,
                   municipality_number || ' ' || year, municipality_id,
                   case status when 'submitted' then coalesce(submitted_at, heard_at) else heard_at end, 1,
                   '/v1/reports/' || report_id
            from reported where status in ('submitted', 'returned')
            union all
            select 'figures-to-settle', coalesce(w.reference, d.award_id::text), w.municipality_id, min(d.found_at),
                   count(*), '/v1/ledger/check'
            from reported_discrepancy d left join award w on w.id = d.award_id
            where d.settled_at is null
            group by w.reference, d.award_id, w.municipality_id
            order by since, what, name
            """;

    private final DataSource database;

    PostgresWorklist(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Waiting> waiting() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WAITING);
                var rows = select.executeQuery()) {
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(waiting(rows));
            }
            return waiting;
        } catch (SQLException failure) {
            throw new IllegalStateException("The worklist could not be read", failure);
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                Waiting.What.of(row.getString("what")),
                row.getString("name"),
                Optional.ofNullable(row.getObject("municipality_id", UUID.class))
                        .map(MunicipalityId::new),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getLong("count"),
                row.getString("link"));
    }
}
