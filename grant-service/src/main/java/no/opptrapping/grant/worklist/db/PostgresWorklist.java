package no.opptrapping.grant.worklist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.worklist.Waiting;
import no.opptrapping.grant.worklist.Worklist;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;

/** The worklist as one statement over the tables of all rooms: it only reads, and nothing reads it. */
@ApplicationScoped
class PostgresWorklist implements Worklist {
    private static final String WAITING = """
            with reader (language, today) as (values (cast(? as text), cast(? as date))), waiting as (
                select 'call-to-announce' as what, title ->> (select language from reader) as name,
                       null::uuid as municipality_id, made_at as since, 1::bigint as count, '/v1/calls/' || id as link
                from call where status = 'draft'
                union all
                select 'rules-to-put-in-force', s.name ->> (select language from reader), null, v.drafted_at, 1,
                       '/v1/schemes/' || s.id || '/versions/' || v.number
                from scheme_version v join scheme s on s.id = v.scheme_id where v.in_force_from is null
                union all
                select 'applications-to-assess', c.title ->> (select language from reader), null, min(a.submitted_at),
                       count(*), '/v1/applications?status=submitted&callId=' || c.id
                from application a join call c on c.id = a.call_id
                where a.status = 'submitted' and c.status <> 'cancelled' and not exists (select from assessment s
                    where s.application_id = a.id and s.assessed_at > coalesce(a.completed_at, '-infinity'))
                group by c.id
                union all
                select 'statements-to-give', c.title ->> (select language from reader), null, min(a.submitted_at), count(*),
                       '/v1/assessment-queue?waitsFor=statement&callId=' || c.id
                from application a join call c on c.id = a.call_id
                join scheme_version v on v.scheme_id = c.scheme_id and v.number = c.scheme_version
                where a.status in ('submitted', 'returned') and c.status = 'announced'
                    and (statement_due(c.deadline, a.submitted_at, v.rules) at time zone 'Europe/Oslo')::date
                        > (select today from reader)
                    and not exists (select from statement s where s.application_id = a.id)
                group by c.id
                union all
                select 'dispensations-to-decide', c.title ->> (select language from reader), null, min(d.proposed_at),
                       count(*), '/v1/dispensations?state=proposed&callId=' || c.id
                from dispensation d join call c on c.id = d.call_id
                where d.granted is null and c.status = 'announced'
                group by c.id
                union all
                select case c.owed_by when 'directorate' then 'message-to-answer' else 'answer-awaited' end, a.reference,
                       a.host_id, c.owed_since, 1, '/v1/applications/' || a.id || '/conversation'
                from conversation c join application a on a.id = c.application_id
                where c.owed_by is not null
                union all
                -- The newest run of a year of which there is money left to divide, if the money reaches: the others
                -- ask what if. What county governors' offices decide waits for them, not for who reads this.
                select 'run-to-adopt', r.name, null, r.made_at, 1, '/v1/allocation-runs/' || r.id
                from ledger_balance b cross join lateral (
                    select id, name, scheme_id, year, made_at, adopted_by, distributed, input_hash from allocation_run
                    where scheme_id = b.scheme_id and year = b.year and office_id is null
                    order by made_at desc, id desc limit 1) r
                where b.account = 'available' and b.balance > 0 and r.adopted_by is null
                    and r.distributed between 1 and b.balance
                    and not exists (select from frame_change where run_id = r.id)
                    and not exists (select from allocation_run d where d.scheme_id = r.scheme_id and d.year = r.year
                        and d.adopted_by is not null and d.input_hash = r.input_hash)
                    and not exists (select from run_correction where run_id = r.id)
                union all
                -- The newest correction of a run that none has corrected.
                select 'run-to-adopt', r.name, null, r.made_at, 1, '/v1/allocation-runs/' || r.id
                from run_correction c join allocation_run r on r.id = c.run_id
                where c.adopted_at is null and r.office_id is null and not exists (select from run_correction o join allocation_run n
                    on n.id = o.run_id where o.corrects = c.corrects
                        and (o.adopted_at is not null or (n.made_at, n.id) > (r.made_at, r.id)))
                union all
                select 'run-to-publish', r.name, null, r.made_at, 1, '/v1/allocation-runs/' || r.id
                from preliminary_run p join allocation_run r on r.id = p.run_id
                where p.published_at is null and not exists (select from appropriation_approval a
                        where a.scheme_id = r.scheme_id and a.year = r.year)
                    and not exists (select from preliminary_run o join allocation_run n on n.id = o.run_id
                        where n.scheme_id = r.scheme_id and n.year = r.year and (n.made_at, n.id) > (r.made_at, r.id))
                union all
                select 'frames-to-adopt', (s.name ->> (select language from reader)) || ' ' || c.year, null,
                       c.proposed_at, 1, '/v1/frame-changes/' || c.id
                from frame_change c join scheme s on s.id = c.scheme_id where c.status = 'proposed'
                union all
                -- From a month before the day: what is needed elsewhere can still be moved.
                select 'frames-to-flow-back', (s.name ->> (select language from reader)) || ' ' || b.year, null,
                       (c.unused_back_on - 30)::timestamp at time zone 'Europe/Oslo', 1,
                       '/v1/frames?schemeId=' || b.scheme_id || '&year=' || b.year
                from ledger_balance b join scheme s on s.id = b.scheme_id
                cross join lateral (select unused_back_on from frame_change
                    where scheme_id = b.scheme_id and year = b.year and status = 'adopted' and unused_back_on is not null
                    order by decided_at desc, id desc limit 1) c
                where b.account = 'frame-unused' and b.balance > 0
                    and c.unused_back_on - 30 <= (select today from reader)
                union all
                -- Those that the money did not reach, in full or in part; of positions a part is not told from a rate.
                select 'reserve-to-offer', c.title ->> (select language from reader), null, min(a.decided_at), count(*),
                       '/v1/calls/' || c.id || '/reserve-list'
                from ledger_balance b
                join call c on c.scheme_id = b.scheme_id and c.year = b.year and c.status = 'closed' and c.rule = 'ranked'
                    and c.parts -> 'decided' <> '[]'
                join scheme_version v on v.scheme_id = c.scheme_id and v.number = c.scheme_version
                    and v.rules ->> 'decidedBy' is distinct from 'county-governors'
                join application a on a.call_id = c.id and (a.status = 'rejected'
                        and coalesce((a.content ->> 'smallestUseful')::bigint, 0) <= b.balance
                        and exists (select from rejection where application_id = a.id and reason = 'no-money-left')
                    or a.status = 'approved' and exists (select from award w
                        join assessment s on s.application_id = a.id and s.assessed_amount > w.amount
                        join allocation_run g on g.id = w.run_id and position('"kind":"position"' in g.inputs) = 0
                        where w.application_id = a.id and w.status not in ('annulled', 'lapsed')))
                where b.account = 'available' and b.balance > 0
                    and not exists (select from reserve_offer o where o.call_id = c.id and o.decided_by is null)
                group by c.id
                union all
                select 'reserve-offers-to-decide', c.title ->> (select language from reader), null, min(o.proposed_at),
                       count(*), '/v1/reserve-offers?state=proposed&callId=' || c.id
                from reserve_offer o join call c on c.id = o.call_id where o.decided_by is null and o.office_id is null
                group by c.id
                union all
                select 'award-to-accept', reference,
                       coalesce((takeovers -> -1 ->> 'to')::uuid, municipality_id), decided_at, 1, '/v1/awards/' || id
                from award where status = 'awarded'
                union all
                select 'letter-to-deliver', l.reference, l.municipality_id, l.decided_at, 1, '/v1/letters/' || l.id
                from letter_receipt r join letter l on l.id = r.letter_id where r.failure is not null
                union all
                select 'awards-to-pay', (s.name ->> (select language from reader)) || ' ' || w.year, null,
                       min(w.accepted_at), count(*),
                       '/v1/awards?status=accepted&schemeId=' || w.scheme_id || '&year=' || w.year
                from ledger_award_balance b
                -- One by one from the few that are unpaid, never through all that there are.
                cross join lateral (select * from award where id = b.award_id offset 0) w
                join scheme s on s.id = w.scheme_id
                join scheme_version v on v.scheme_id = w.scheme_id and v.number = w.scheme_version
                -- What the plan lets be paid today: each instalment rounded down, all of them the whole.
                cross join lateral (select coalesce(case when bool_and(due) then w.amount
                        else sum(w.amount * percent / 100) filter (where due) end, 0) as amount
                    from (select coalesce((i ->> 'percent')::bigint, 100) as percent, coalesce(w.year || substr(i ->> 'from', 2)
                            <= to_char((select today from reader), 'YYYY-MM-DD'), true) as due
                        from (values (0)) one left join lateral
                            jsonb_array_elements(v.rules -> 'payments' -> 'instalments') i on true) instalment) payable
                where b.account = 'awarded-unpaid' and b.balance > 0 and w.status = 'accepted'
                    and payable.amount > w.amount - b.balance + (select coalesce(sum(p.amount), 0) from payment p
                        where p.award_id = w.id and p.status in ('ordered', 'approved', 'sent'))
                    and (select a.holder_id from award_account a where a.award_id = w.id and a.status = 'in-force')
                        = coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id)
                    and not exists (select from award_account a where a.award_id = w.id and a.status = 'waiting')
                group by w.scheme_id, s.name, w.year
                union all
                select case when is_ordered then 'payments-to-approve' else 'payments-to-confirm' end,
                       case when batch_id is null then min(award_reference) else min(year)::text end,
                       null, min(coalesce(approved_at, ordered_at)), count(*),
                       case when batch_id is null then '/v1/payments/' || min(id::text)
                            else '/v1/payment-batches/' || batch_id end
                from (select *, status = 'ordered' as is_ordered from payment
                    where status in ('ordered', 'approved', 'sent')) open
                group by is_ordered, batch_id, case when batch_id is null then id end
                union all
                select case p.status when 'rejected' then 'payment-rejected' else 'payment-returned' end,
                       p.award_reference, p.payee_id, p.failed_at, 1, '/v1/payments/' || p.id
                from payment p
                where p.status in ('rejected', 'returned') and not exists (select from payment later
                    where later.award_id = p.award_id and later.ordered_at > p.failed_at)
                    and exists (select from ledger_award_balance b where b.award_id = p.award_id
                        and b.account = 'awarded-unpaid' and b.balance > 0)
                union all
                -- Of the recipients' own reports; those of municipalities that theirs have taken over are among the holds.
                select 'payment-held', w.reference, coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id),
                       (min(r.due_on) + 1)::timestamp at time zone 'Europe/Oslo', 1,
                       '/v1/awards/' || w.id || '/instalments'
                from reported r join award w on w.municipality_id = r.municipality_id and w.year > r.year
                join scheme_version v on v.scheme_id = w.scheme_id and v.number = w.scheme_version
                    and v.rules -> 'payments' -> 'instalments' @> '[{"condition": "reports-in"}]'
                join ledger_award_balance b on b.award_id = w.id and b.account = 'awarded-unpaid' and b.balance > 0
                where r.due_on < (select today from reader) and w.status = 'accepted'
                    and (r.status in ('opened', 'returned') or r.status = 'submitted'
                        and (r.submitted_at at time zone 'Europe/Oslo')::date > r.due_on)
                group by w.id
                union all
                select 'account-to-approve', w.reference, a.holder_id, a.stated_at, 1,
                       '/v1/awards/' || a.award_id || '/accounts'
                from award_account a join award w on w.id = a.award_id where a.status = 'waiting'
                union all
                select 'account-to-state', w.reference, (w.takeovers -> -1 ->> 'to')::uuid,
                       (w.takeovers -> -1 ->> 'on')::date::timestamp at time zone 'Europe/Oslo', 1,
                       '/v1/awards/' || w.id || '/accounts'
                from ledger_award_balance b
                cross join lateral (select * from award where id = b.award_id offset 0) w
                cross join lateral (select holder_id from award_account
                    where award_id = w.id and status = 'in-force' offset 0) a
                where b.account = 'awarded-unpaid' and b.balance > 0 and w.status = 'accepted'
                    and jsonb_array_length(w.takeovers) > 0 and a.holder_id <> (w.takeovers -> -1 ->> 'to')::uuid
                    and not exists (select from award_account s where s.award_id = w.id and s.status = 'waiting')
                union all
                select case c.state when 'applied' then 'carry-over-to-propose' when 'proposed' then 'carry-over-to-decide'
                           else 'carry-over-exceeded' end, w.reference,
                       coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id), c.changed_at, 1,
                       '/v1/carry-overs/' || c.id
                from carry_over c join award w on w.id = c.award_id where c.state in ('applied', 'proposed', 'exceeded')
                union all
                select 'prior-notice-to-answer', w.reference, coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id),
                       n.sent_at, 1, '/v1/prior-notices/' || n.id
                from prior_notice n join award w on w.id = n.award_id
                where n.closed_at is null and n.waived_at is null and n.answer_by >= (select today from reader)
                    and not exists (select from prior_notice_comment c where c.prior_notice_id = n.id)
                union all
                select case when c.state = 'draft' then 'claim-to-propose' when c.state = 'overdue' then 'claim-overdue'
                           when c.state = 'proposed' and c.proposed_amount > 0 then 'claim-to-notify'
                           else 'claim-to-decide' end, w.reference,
                       coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id), c.changed_at, 1, '/v1/claims/' || c.id
                from claim c join award w on w.id = c.award_id
                where c.state in ('draft', 'proposed', 'notified', 'overdue') and (c.state <> 'notified'
                    or exists (
                    select from prior_notice n where n.kind = 'recovery' and n.subject_id = c.id and n.closed_at is null
                        and (n.waived_at is not null or n.answer_by < (select today from reader) or exists (
                            select from prior_notice_comment m where m.prior_notice_id = n.id))))
                union all
                select 'claim-step-to-answer', w.reference,
                       coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id), min(s.made_at), count(*),
                       '/v1/claims/' || c.id
                from claim_step s join claim c on c.id = s.claim_id join award w on w.id = c.award_id
                where s.by_two and s.granted is null group by c.id, w.id
                union all
                select 'credit-to-place', coalesce(nullif(b.payer, ''), nullif(b.reference, ''), b.bank_reference), null,
                       b.read_at, 1, '/v1/bank-credits/' || b.id
                from bank_credit b where b.aside is not null and b.closed_at is null
                    and b.amount / 100 > (select coalesce(-sum(s.change), 0) from claim_step s
                        where s.credit_id = b.id and s.granted is distinct from false)
                union all
                select case status when 'submitted' then 'report-to-control' else 'report-to-correct' end,
                       municipality_number || ' ' || year, municipality_id,
                       case status when 'submitted' then coalesce(submitted_at, heard_at) else heard_at end, 1,
                       '/v1/reports/' || report_id
                from reported where status in ('submitted', 'returned')
                union all
                select 'figures-to-settle', coalesce(w.reference, d.award_id::text),
                       coalesce((w.takeovers -> -1 ->> 'to')::uuid, w.municipality_id), min(d.found_at), count(*),
                       '/v1/ledger/check'
                from reported_discrepancy d left join award w on w.id = d.award_id
                where d.settled_at is null
                group by w.reference, d.award_id, w.takeovers, w.municipality_id)
            select * from waiting where (since, what, link) > (?, ?, ?) order by since, what, link limit ?
            """;
    private static final Key FIRST = new Key(Instant.EPOCH, "", "");

    private final PlainSql sql;

    PostgresWorklist(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<Waiting> waiting(Language language, LocalDate today, Optional<Key> after, int limit) {
        var key = after.orElse(FIRST);
        return sql.list(
                WAITING, PostgresWorklist::waiting, language.tag(), today, key.since(), key.what(), key.link(), limit);
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
