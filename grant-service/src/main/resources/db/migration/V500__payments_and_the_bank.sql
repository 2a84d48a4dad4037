-- What the bank does with a payment: it can be sent in a file, rejected, or returned after it was confirmed. While it is
-- not sent it can be cancelled. What is rejected, returned or cancelled can be ordered again.
alter table payment
    add column sent_by          text check (sent_by <> ''),
    add column sent_at          timestamptz,
    add column sent_in          bigint check (sent_in >= 1),
    add column failed_by        text check (failed_by <> ''),
    add column failed_at        timestamptz,
    add column failed_on        date,
    add column failed_code      text check (failed_code ~ '^[A-Z0-9]{4}$'),
    add column failed_text      text,
    add column cancelled_by     text check (cancelled_by <> ''),
    add column cancelled_at     timestamptz,
    add column cancelled_reason text check (cancelled_reason in ('account-changed')),
    drop constraint payment_status_check,
    add constraint payment_status_check check (
        status in ('ordered', 'approved', 'sent', 'confirmed', 'rejected', 'returned', 'cancelled')),
    add constraint payment_sending_is_whole check (num_nulls(sent_by, sent_at, sent_in) in (0, 3)),
    add constraint payment_failure_is_whole check (
        num_nulls(failed_by, failed_at, failed_on, failed_code) in (0, 4)
        and (failed_text is null or failed_at is not null)),
    add constraint payment_cancellation_is_whole check (num_nulls(cancelled_by, cancelled_at, cancelled_reason) in (0, 3)),
    drop constraint payment_approved_before_confirmed,
    add constraint payment_approved_before_confirmed check (
        (approved_by is not null) = (status <> 'ordered' and (status <> 'cancelled' or approved_by is not null))
        and (confirmed_by is not null) = (status in ('confirmed', 'returned'))
        and (failed_at is not null) = (status in ('rejected', 'returned'))
        and (cancelled_at is not null) = (status = 'cancelled')
        and (sent_at is not null or status <> 'sent')
        and (sent_at is null or status not in ('ordered', 'approved', 'cancelled')));

-- What counts of an award: ordered and on its way, or paid.
create or replace function payment_must_fit_award() returns trigger language plpgsql security definer set search_path from current as $$
declare
    paid_award award;
    others numeric;
begin
    select * into strict paid_award from award where id = new.award_id for update;
    if (new.award_reference, new.scheme_id, new.year, new.municipality_id) is distinct from
            (paid_award.reference, paid_award.scheme_id, paid_award.year, paid_award.municipality_id) then
        raise exception 'Payment % is not of award %', new.id, paid_award.reference
            using errcode = 'check_violation', constraint = 'payment_of_its_award';
    end if;
    if paid_award.status not in ('accepted', 'changed') or paid_award.account_number is distinct from new.account_number then
        raise exception 'Award % is not accepted with this account', paid_award.reference
            using errcode = 'check_violation', constraint = 'payment_only_of_accepted_award';
    end if;
    select coalesce(sum(amount), 0) into others from payment
        where award_id = new.award_id and id <> new.id and status not in ('rejected', 'returned', 'cancelled');
    if others + new.amount > paid_award.amount then
        raise exception 'Payments of award % would be % of %', paid_award.reference, others + new.amount,
            paid_award.amount using errcode = 'check_violation', constraint = 'payments_within_award';
    end if;
    return new;
end $$;

-- A payment only goes forward, and what was done with it stays. Who is paid can change while nothing is sent.
create or replace function payment_goes_forward() returns trigger language plpgsql as $$
declare
    steps constant text[] := array['status', 'version', 'approved_by', 'approved_at', 'sent_by', 'sent_at', 'sent_in',
        'confirmed_by', 'confirmed_at', 'paid_on', 'reference', 'failed_by', 'failed_at', 'failed_on', 'failed_code',
        'failed_text', 'cancelled_by', 'cancelled_at', 'cancelled_reason'];
begin
    if tg_op = 'DELETE' then
        raise exception 'A payment is never removed' using errcode = 'restrict_violation';
    end if;
    if old.status in ('ordered', 'approved') and new.payee_id <> old.payee_id
            and to_jsonb(new) - 'payee_id' = to_jsonb(old) - 'payee_id' then
        return new;
    end if;
    if to_jsonb(new) - steps <> to_jsonb(old) - steps
        or (old.approved_by is not null and (new.approved_by, new.approved_at)
            is distinct from (old.approved_by, old.approved_at))
        or (old.sent_at is not null and (new.sent_by, new.sent_at, new.sent_in)
            is distinct from (old.sent_by, old.sent_at, old.sent_in))
        or (old.confirmed_by is not null and (new.confirmed_by, new.confirmed_at, new.paid_on, new.reference)
            is distinct from (old.confirmed_by, old.confirmed_at, old.paid_on, old.reference))
        or (old.status, new.status) not in (('ordered', 'approved'), ('approved', 'sent'), ('approved', 'confirmed'),
            ('sent', 'confirmed'), ('approved', 'rejected'), ('sent', 'rejected'), ('confirmed', 'returned'),
            ('ordered', 'cancelled'), ('approved', 'cancelled'))
        or new.version <> old.version + 1 then
        raise exception 'Payment % goes from ordered to approved to confirmed and stays as it was ordered', old.id
            using errcode = 'restrict_violation', constraint = 'payment_goes_forward';
    end if;
    return new;
end $$;

-- At commit the ledger has what is confirmed, and takes back what is returned in a posting of its own.
create or replace function payment_must_be_posted() returns trigger language plpgsql security definer set search_path from current as $$
declare
    at_commit payment;
    paid bigint;
    taken_back bigint;
begin
    select * into strict at_commit from payment where id = new.id;
    select coalesce(sum(l.amount) filter (where e.source = 'payment/' || new.id), 0),
           coalesce(sum(l.amount) filter (where e.source = 'return/' || new.id), 0)
        into paid, taken_back from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source in ('payment/' || new.id, 'return/' || new.id) and e.award_id = new.award_id
            and l.account = 'paid-unreported';
    if paid <> (case when at_commit.status in ('confirmed', 'returned') then at_commit.amount else 0 end)
        or taken_back <> (case when at_commit.status = 'returned' then -at_commit.amount else 0 end) then
        raise exception 'Payment % is %, but the ledger has % of it', new.id, at_commit.status, paid + taken_back
            using errcode = 'check_violation', constraint = 'payment_stands_in_the_ledger';
    end if;
    return null;
end $$;

alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check check (kind in
    ('appropriated', 'revised', 'awarded', 'annulled', 'paid', 'returned', 'reported', 'framework-paid'));

create or replace function ledger_caused(entry ledger_entry) returns jsonb
    language plpgsql stable security definer set search_path from current as $$
declare
    moved bigint;
begin
    case entry.kind
        when 'appropriated' then
            select a.amount into moved from appropriation a
                where a.id = ledger_source_id(entry.source, 'appropriation') and entry.award_id is null
                    and (a.scheme_id, a.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('appropriated', -moved, 'available', moved);
        when 'revised' then
            select r.change into moved from appropriation_revision r join appropriation a on a.id = r.appropriation_id
                where r.id = ledger_source_id(entry.source, 'revision') and entry.award_id is null
                    and (a.scheme_id, a.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('appropriated', -moved, 'available', moved);
        when 'awarded' then
            select a.amount into moved from award a
                where a.id = ledger_source_id(entry.source, 'award')
                    and (a.id, a.scheme_id, a.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('available', -moved, 'awarded-unpaid', moved, 'awarded', moved,
                'awarded-contra', -moved);
        when 'annulled' then
            select a.amount into moved from award a
                where a.id = ledger_source_id(entry.source, 'annulment') and a.status in ('annulled', 'lapsed')
                    and (a.id, a.scheme_id, a.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('available', moved, 'awarded-unpaid', -moved, 'awarded', -moved,
                'awarded-contra', moved);
        when 'paid' then
            select p.amount into moved from payment p
                where p.id = ledger_source_id(entry.source, 'payment') and p.status in ('confirmed', 'returned')
                    and (p.award_id, p.scheme_id, p.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('awarded-unpaid', -moved, 'paid-unreported', moved);
        when 'returned' then
            select p.amount into moved from payment p
                where p.id = ledger_source_id(entry.source, 'return') and p.status = 'returned'
                    and (p.award_id, p.scheme_id, p.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('awarded-unpaid', moved, 'paid-unreported', -moved);
        when 'framework-paid' then
            select f.amount into moved from framework_allocation f
                where f.id = ledger_source_id(entry.source, 'framework-allocation') and entry.award_id is null
                    and (f.scheme_id, f.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('available', -moved, 'framework-paid', moved);
        else
            return null;
    end case;
end $$;

drop index payment_not_confirmed;
create index payment_open on payment (ordered_at, id) where status in ('ordered', 'approved', 'sent');
create index payment_failed on payment (failed_at, id) where status in ('rejected', 'returned');
