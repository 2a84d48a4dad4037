-- So many awards, one for each number from 1 to {rows}, with what twenty years leave beside them: applications, letters,
-- notices, payments, reports, carry-overs, the ledger and what background work keeps. What JSON holds is that of rows that
-- the service has written itself. Triggers are off; the rules of the tables are tried elsewhere.

set session_replication_role = replica;

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$
    select (kind || '0000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;

create temporary table template as select
    a.content, a.participants, w.scheme_id, w.scheme_code, w.scheme_version, w.run_id, w.municipality_id as host,
    l.title, t.content as letter, d.content as document, d.sha256, d.size
from application a, award w, letter l
join letter_text t on t.letter_id = l.id and t.language = 'nb' left join letter_document d on d.letter_id = l.id
where a.id = '{application}' and w.id = '{award}' and l.id = '{letter}' limit 1;

-- One number: its year (the last twentieth is the newest), its municipality, and what has become of it.
create temporary table made as
select n, 2006 + (n - 1) * 20 / {rows} as year, n % 357 as m,
    case when n % 357 = 0 then t.host else pg_temp.id('d', n % 357) end as municipality,
    case when n % 357 = 0 then '3405' else lpad((5000 + n % 357)::text, 4, '0') end as number,
    n * 20 > {rows} * 19 as newest, n > {rows} - 400 as last
from generate_series(1, {rows}) n, template t;

analyze made;

insert into known_municipality
select pg_temp.id('d', m), replace(replace(body::text, id::text, pg_temp.id('d', m)::text), '3405', (5000 + m)::text)::jsonb
    || '{"organisationNumbers": [], "representatives": []}'
from known_municipality, generate_series(1, 356) m where id = (select host from template);

insert into call
select r.* from call c, generate_series(2006, 2025) y, generate_series(0, 3) k, lateral jsonb_populate_record(c,
    jsonb_build_object('id', pg_temp.id('c', y * 10 + k), 'year', y, 'opens_on', y || '-01-15',
        'deadline', y || '-03-01T22:59:59Z', 'status', case when y < 2025 then 'closed' else 'announced' end)) r
where c.id = (select call_id from application where id = '{application}');

insert into application (id, reference, call_id, scheme_id, year, host_id, host_number, status, version, content,
    participants, asked, awarded, created_at, submitted_at, withdrawn_at, withdrawal_reason, decided_at, decided_by, releases,
    consents, completions, complete_by)
select pg_temp.id('a', n), 'M' || lpad(n::text, 7, '0'), pg_temp.id('c', year * 10 + n % 4), t.scheme_id, year,
    municipality, number, s.status, 2, t.content, t.participants, 1000,
    case s.status when 'approved' then 1000 when 'rejected' then 0 end, moment, case when s.status <> 'draft' then moment end,
    case s.status when 'withdrawn' then moment end, case s.status when 'withdrawn' then 'n' end,
    case when s.status in ('approved', 'rejected') then moment end,
    case when s.status in ('approved', 'rejected') then 'dina' end, '[]', '[]',
    case s.status when 'returned' then jsonb_build_array(jsonb_build_object('remarks', '[]'::jsonb, 'askedBy', 'ada',
        'askedAt', moment, 'completeBy', moment + interval '20 years', 'before', t.content, 'ended', null)) else '[]' end,
    case s.status when 'returned' then moment + interval '20 years' end
from made, template t
cross join lateral (select case when newest and n % 100 < 4 then (array['draft', 'submitted', 'returned', 'withdrawn'])[n % 100 + 1]
    when n % 20 = 7 then 'rejected' else 'approved' end as status) s
cross join lateral (select make_timestamptz(year, 2, 1, 8, 0, 0) + n * interval '1 second' as moment) at;

insert into application_participant select pg_temp.id('a', n), municipality from made;

insert into application_claim
select call_id, id, id from application where status <> 'draft' and reference like 'M%';

insert into application_consent select pg_temp.id('a', n), municipality from made where newest and n % 100 = 0;

insert into assessment (id, application_id, call_id, assessed_amount, rank, recommendation, reasons, version, assessed_by,
    assessed_at, points)
select pg_temp.id('5', n), pg_temp.id('a', n), pg_temp.id('c', year * 10 + n % 4), 1000, 1 + n % 9, 'approve', 'n', 1, 'ada',
    make_timestamptz(year, 3, 1, 8, 0, 0), '[]' from made where not (newest and n % 100 < 4);

insert into case_holding select pg_temp.id('a', n), 'adviser-' || n % 20, 'lene', make_timestamptz(year, 2, 2, 8, 0, 0)
from made where newest and n % 100 < 4;

insert into rejection (application_id, reason, run_id, at)
select pg_temp.id('a', n), 'no-money', pg_temp.id('e', 1), make_timestamptz(year, 4, 1, 8, 0, 0) from made where n % 20 = 7;

insert into statement select pg_temp.id('a', n), pg_temp.id('c', year * 10 + n % 4), 'none', null, 'n', 'stein',
    make_timestamptz(year, 3, 1, 8, 0, 0), make_timestamptz(year, 3, 2, 8, 0, 0) from made where n % 5 = 0;

insert into conversation select pg_temp.id('a', n), 2, case when last and n % 2 = 0 then 'municipality' end,
    case when last and n % 2 = 0 then make_timestamptz(year, 3, 1, 8, 0, 0) end from made where n % 2 = 0;

insert into message (id, application_id, side, written_by, text, answer_expected, sent_at)
select pg_temp.id('b', n * 2 + k), pg_temp.id('a', n), (array['municipality', 'directorate'])[k + 1], 'n', 'Hei.', false,
    make_timestamptz(year, 3, 1, 8, 0, 0) from made, generate_series(0, 1) k where n % 2 = 0;

insert into refused_submission (call_id, application_id, host_id, refused_at, codes)
select pg_temp.id('c', year * 10 + n % 4), pg_temp.id('a', n), municipality, make_timestamptz(year, 3, 1, 8, 0, 0),
    '["application.deadline-passed"]' from made where n % 10 = 0;

insert into dispensation (id, call_id, scheme_id, municipality_id, until, reason, proposed_by, proposed_at, granted,
    decided_by, decided_at, decision_reason)
select pg_temp.id('6', n), pg_temp.id('c', year * 10 + n % 4), t.scheme_id, pg_temp.id('6', n),
    make_timestamptz(year, 4, 1, 8, 0, 0), 'n', 'ada', make_timestamptz(year, 3, 2, 8, 0, 0),
    case when last then null else n % 3 = 0 end, case when last then null else 'dina' end,
    case when last then null else make_timestamptz(year, 3, 3, 8, 0, 0) end, case when last then null else 'n' end
from made, template t where n % 5 = 0;

insert into reserve_offer (id, call_id, scheme_id, year, application_id, amount, passed_over, proposed_by, proposed_at,
    decided_by, decided_at, reason)
select pg_temp.id('7', n), pg_temp.id('c', year * 10 + n % 4), t.scheme_id, year, pg_temp.id('a', n), 1000, '[]', 'ada',
    make_timestamptz(year, 5, 2, 8, 0, 0), case when last then null else 'dina' end,
    case when last then null else make_timestamptz(year, 5, 3, 8, 0, 0) end, case when last then null else 'n' end
from made, template t where n % 5 = 0;

insert into award (id, reference, version, status, scheme_id, scheme_code, scheme_name_nb, scheme_name_nn, scheme_name_en,
    chapter, item, contact_name, contact_email, contact_phone, year, municipality_id, municipality_number, municipality_name,
    amount, application_id, run_id, report_opens_on, report_due_on, report_form, report_size, decided_by, decided_at,
    decided_on, accepted_at, accepted_on, accepted_by, accepted_for, account_number, scheme_version, accept_by, appeal_days)
select pg_temp.id('f', n), 'T' || lpad(n::text, 7, '0'), 2, case when last then 'awarded' else 'accepted' end, t.scheme_id,
    t.scheme_code, 'n', 'n', 'n', '765', '62', 'n', 'e', '2', year, municipality, number, 'Prøve', 1000,
    case when n % 20 <> 7 then pg_temp.id('a', n) end, pg_temp.id('e', year * 10), make_date(year + 1, 1, 15),
    make_date(year + 1, 3, 1), 'is-24-8', 'full', 'dina', make_timestamptz(year, 4, 1, 8, 0, 0), make_date(year, 4, 1),
    case when not last then make_timestamptz(year, 4, 10, 8, 0, 0) end, case when not last then make_date(year, 4, 10) end,
    case when not last then 'n' end, case when not last then '964338531' end, case when not last then '86011117947' end,
    t.scheme_version, make_date(year, 4, 29) + case when last then 400 else 0 end, 21
from made, template t;

insert into award_participant select pg_temp.id('f', n), 0, municipality, number, 1000 from made;

insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at, needs_approval,
    status, decided_by, decided_at)
select pg_temp.id('f', n), 1, '86011117947', municipality, 'n', '964338531', make_timestamptz(year, 4, 10, 8, 0, 0), false,
    'in-force', null, null from made where not last;

insert into award_reminder select pg_temp.id('f', n), make_date(year, 4, 29), make_timestamptz(year, 4, 22, 8, 0, 0)
from made where not last;

insert into award_change (id, award_id, number, cause, amount_before, amount_after, claimed, shares, reason_nb, reason_nn,
    reason_en, run_id, decided_by, decided_at)
select pg_temp.id('8', n), pg_temp.id('f', n), 1, 'correction', 900, 1000, 0, '[]', 'n', 'n', 'n', pg_temp.id('e', year * 10),
    'dina', make_timestamptz(year, 5, 1, 8, 0, 0) from made where n % 10 = 0;

insert into payment (id, award_id, award_reference, scheme_id, year, municipality_id, payee_id, amount, due_on,
    account_number, status, version, ordered_by, ordered_at, approved_by, approved_at, confirmed_by, confirmed_at, paid_on,
    reference, sent_by, sent_at, sent_in)
select pg_temp.id('9', n), pg_temp.id('f', n), 'T' || lpad(n::text, 7, '0'), t.scheme_id, year, municipality, municipality,
    1000, make_date(year, 5, 2), '86011117947', s.status, 3, 'ada', ordered, case when s.status <> 'ordered' then 'kari' end,
    case when s.status <> 'ordered' then ordered end, case s.status when 'confirmed' then 'bank' end,
    case s.status when 'confirmed' then ordered end, case s.status when 'confirmed' then make_date(year, 5, 2) end,
    case s.status when 'confirmed' then 'B' end, case s.status when 'confirmed' then 'bank' end,
    case s.status when 'confirmed' then ordered end, case s.status when 'confirmed' then 1 + n * 200 / {rows} end
from made, template t
cross join lateral (select case when n > {rows} - 800 then 'ordered' when n > {rows} - 1200 then 'approved'
    else 'confirmed' end as status) s
cross join lateral (select make_timestamptz(year, 4, 20, 8, 0, 0) as ordered) at where not last;

insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
select pg_temp.id('2', n), 'awarded', t.scheme_id, year, pg_temp.id('f', n), 'award/' || pg_temp.id('f', n), 4, 'n',
    make_timestamptz(year, 4, 1, 8, 0, 0) + n * interval '1 second' from made, template t;

insert into ledger_line select pg_temp.id('2', n), l.account, l.amount from made
cross join (values ('available', -1000), ('awarded-unpaid', 1000), ('awarded', 1000), ('awarded-contra', -1000))
    as l (account, amount);

insert into ledger_award_balance
select r.* from made cross join lateral jsonb_populate_record(null::ledger_award_balance, jsonb_build_object(
    'award_id', pg_temp.id('f', n), 'year', year, 'account', case when n > {rows} - 800 then 'awarded-unpaid' else 'spent' end,
    'balance', 1000)) r;

insert into reported (report_id, version, status, municipality_id, municipality_number, year, due_on, heard_at)
select pg_temp.id('3', year * 1000 + m), 2, case when year < 2024 then 'approved' else 'opened' end, municipality, number,
    year, make_date(year + 1, 3, 1), now() from (select distinct year, m, municipality, number from made) one;

insert into reported_award (award_id, year, report_id, version, received, spent, unspent, own_share)
select pg_temp.id('f', n), year, pg_temp.id('3', year * 1000 + m), 2, 1000, 900, 100, 0 from made where year < 2024;

insert into reported_account (award_id, year, report_id, received, spent, unspent, own_share)
select pg_temp.id('f', n), year, pg_temp.id('3', year * 1000 + m), 1000, 900, 100, 0 from made where year < 2024;

insert into reported_discrepancy (id, award_id, report_id, version, reason, received, spent, unspent, paid, found_at, settled_at)
select pg_temp.id('4', n), pg_temp.id('f', n), pg_temp.id('3', year * 1000 + m), 1, 'received-differs', 1, 1, 0, 0,
    make_timestamptz(year, 4, 1, 8, 0, 0), case when n % 1000 > 0 then now() end from made where n % 20 = 0;

insert into carry_over (id, award_id, scheme_id, from_year, to_year, recipient_id, version, state, unspent, carried, free,
    by_application, opened_at, changed_at)
select pg_temp.id('c', 1000000 + n), pg_temp.id('f', n), t.scheme_id, year, year + 1, municipality, 1,
    case when n % 200 = 0 then 'applied' else 'settled' end, 100, 100, 100, true,
    make_timestamptz(year + 1, 4, 1, 8, 0, 0) + n * interval '1 second', make_timestamptz(year + 1, 4, 1, 8, 0, 0)
from made, template t where year < 2024;

insert into carry_over_step (id, carry_over_id, number, cause, change, made_by, made_at)
select id, id, 1, 'rule', 100, 'n', opened_at from carry_over where id >= pg_temp.id('c', 1000000);

insert into carry_over_request (id, carry_over_id, number, kind, amount, unspent, reasons, made_by, made_at)
select id, id, 1, 'application', 100, 100, 'n', 'n', opened_at from carry_over where state = 'applied' or right(id::text, 1) = '0';

insert into letter (id, kind, subject_id, application_id, edition, reference, title, scheme_id, municipality_id,
    municipality_number, municipality_name, language, decided_at)
select pg_temp.id('1', n), 'award', pg_temp.id('f', n), pg_temp.id('a', n), 1, 'T' || lpad(n::text, 7, '0'), t.title,
    t.scheme_id, municipality, number, 'Prøve', 'nb', make_timestamptz(year, 4, 1, 8, 0, 0) + n * interval '1 second'
from made, template t;

insert into letter_text select pg_temp.id('1', n), 'nb', letter from made, template;

insert into letter_document select pg_temp.id('1', n), 'nb', 'x', encode(sha256('x'), 'hex'), 1, now() from made;

insert into letter_receipt (letter_id, channel, printed, delivered_at, attempts, next_try, failure)
select pg_temp.id('1', n), 'feed', true, case when not last then now() end, 1,
    case when last and n % 4 > 0 then now() + interval '30 years' end, case when last and n % 4 = 0 then 'n' end from made;

insert into notice (id, number, municipality_id, kind, about, text, at)
select pg_temp.id('b', 10000000 + n * 2 + k), 1000 + n * 2 + k, municipality, 'award-to-accept', '/v1/awards/' || n,
    '{"nb": "n", "nn": "n", "en": "n"}', make_timestamptz(year, 4, 1, 8, 0, 0) from made, generate_series(0, 1) k;

insert into webhook (id, municipality_id, url, secret, made_at, sent_up_to, next_try)
select pg_temp.id('d', 1000000 + n), municipality, 'https://kommune.example.no/' || n, decode(repeat('00', 32), 'hex'),
    now(), 100000000, now() + interval '30 years' from made where last;

insert into framework_allocation
select r.* from made, template t, generate_series(1, 2) v, lateral jsonb_populate_record(null::framework_allocation,
    jsonb_build_object('id', pg_temp.id('f', n * 100), 'version', v, 'run_id', pg_temp.id('e', 2), 'scheme_id', t.scheme_id,
        'chapter', '571', 'item', '60', 'from_scheme_id', t.scheme_id, 'from_chapter', '765', 'from_item', '62', 'year', year,
        'municipality_id', pg_temp.id('f', n), 'municipality_number', number, 'before', 1, 'framework', 1, 'compensation', 0,
        'deduction', 0, 'net', 0, 'amount', 1, 'report_opens_on', '2027-01-15', 'report_due_on', '2027-03-01', 'report_form',
        'is-24-8', 'adopted_by', 'dina', 'adopted_at', now(), 'compensation_ore', 0, 'deduction_ore', 0, 'phase_in_ore', 0,
        'rounding_ore', 0, 'scheme_version', t.scheme_version)
    || case v when 1 then '{}' else jsonb_build_object('corrects', pg_temp.id('e', 1), 'amount_before', 1, 'reason_nb', 'n',
        'reason_nn', 'n', 'reason_en', 'n') end) r
where n % 10 = 0;

insert into allocation_run (id, name, scheme_id, scheme_version, year, made_by, made_at, inputs, input_hash, result_hash,
    budget, distributed, recipients, adopted_by, adopted_at)
select pg_temp.id('e', y * 1000 + k), 'r', t.scheme_id, t.scheme_version, y, 'ada',
    make_timestamptz(y, 3, 1, 8, 0, 0) + k * interval '1 minute', x.text, encode(sha256(convert_to(x.text, 'UTF8')), 'hex'),
    repeat('0', 64), 1000, 1000, 1, case when k = 0 then 'dina' end, case when k = 0 then make_timestamptz(y, 4, 1, 8, 0, 0) end
from template t, generate_series(2006, 2025) y, generate_series(0, 99) k, lateral (select 'r' || y || '-' || k as text) x;

insert into bank_file (number, message_id, account, payments, sum, sha256, content, made_by, made_at)
select 1000 + k, 'M' || k, '86011117947', 1, 1, encode(sha256('x'), 'hex'), 'x', 'bank', now() from generate_series(1, 5000) k;

insert into bank_answer (kind, message_id, sha256, content, entries, read_by, read_at)
select 'camt.054', 'M' || k, encode(sha256(k::text::bytea), 'hex'), k::text::bytea, '[]', 'bank', now()
from generate_series(1, 5000) k;

insert into attachment_holder select 'application', pg_temp.id('a', n), 1, 1000 from made where n % 2 = 0;

insert into attachment (id, holder_kind, holder_id, name, type, bytes, sha256, state, store, added_at, added_by)
select pg_temp.id('a', 1000000 + n), 'application', pg_temp.id('a', n), 'plan.pdf', 'pdf', 1000, repeat('0', 64), 'ready',
    'database', make_timestamptz(year, 2, 1, 8, 0, 0), 'n' from made where n % 2 = 0;

insert into dead_letter (topic, kafka_partition, kafka_offset, event_id, reason, set_aside_at, id, taken_in_at, taken_in_by,
    outcome)
select 'report.v1', 0, 100000 + n, n::text, 'n', make_timestamptz(year, 2, 1, 8, 0, 0), pg_temp.id('d', 2000000 + n), now(), 'n',
    'applied' from made where n % 5 = 0;

insert into audit_entry (at, recorded_at, kind, what, subject, actor, details)
select now(), now(), 'decision', 'award.changed', pg_temp.id('f', n)::text, 'dina', '{}' from made;

insert into inbox (topic, event_id, subject, version, outcome) select 'report.v1', n::text, n::text, 1, 'applied' from made;

insert into inbox_subject select 'report.v1', n::text, 1 from made;

insert into idempotency_record (caller, key, request, status, created_at)
select 'n', n::text, 'r', 201, now() - interval '1 hour' from made;

reset session_replication_role;

analyze;
