-- Payments: ordered by one person, approved by another, confirmed when the bank has carried them out; only of an
-- accepted award, and never more than the award.

create table payment_batch (
    id           uuid primary key,
    scheme_id    uuid        not null,
    year         integer     not null check (year between 2000 and 2100),
    due_on       date        not null,
    ordered_by   text        not null check (ordered_by <> ''),
    ordered_at   timestamptz not null
);

create table payment (
    id             uuid primary key,
    batch_id       uuid references payment_batch,
    award_id       uuid        not null references award,
    -- The award's own, which never change: so that lists and events need no look at it.
    award_reference text       not null,
    scheme_id      uuid        not null,
    year           integer     not null,
    municipality_id uuid       not null,
    amount         bigint      not null check (amount > 0),
    due_on         date        not null,
    account_number text        not null check (account_number ~ '^[0-9]{11}$'),
    status         text        not null check (status in ('ordered', 'approved', 'confirmed')),
    version        bigint      not null check (version >= 1),
    ordered_by     text        not null check (ordered_by <> ''),
    ordered_at     timestamptz not null,
    approved_by    text,
    approved_at    timestamptz,
    confirmed_by   text,
    confirmed_at   timestamptz,
    paid_on        date,
    reference      text,
    constraint payment_needs_two_persons check (approved_by <> ordered_by),
    constraint payment_approval_is_whole check (num_nulls(approved_by, approved_at) in (0, 2)),
    constraint payment_confirmation_is_whole check (num_nulls(confirmed_by, confirmed_at, paid_on, reference) in (0, 4)),
    constraint payment_approved_before_confirmed check (
        case status
            when 'ordered' then approved_by is null and confirmed_by is null
            when 'approved' then approved_by is not null and confirmed_by is null
            else approved_by is not null and confirmed_by is not null
        end)
);
create index payment_by_award on payment (award_id);
create index payment_by_batch on payment (batch_id) where batch_id is not null;
create index payment_by_status on payment (status, ordered_at);

-- Only an accepted award is paid, to the account it was accepted with, and the payments stay within it. The award's
-- row is locked, so that two orders at once are seen one after the other.
create function payment_must_fit_award() returns trigger language plpgsql security definer set search_path from current as $$
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
    select coalesce(sum(amount), 0) into others from payment where award_id = new.award_id and id <> new.id;
    if others + new.amount > paid_award.amount then
        raise exception 'Payments of award % would be % of %', paid_award.reference, others + new.amount,
            paid_award.amount using errcode = 'check_violation', constraint = 'payments_within_award';
    end if;
    return new;
end $$;
create trigger payment_fits_award before insert on payment
    for each row execute function payment_must_fit_award();

-- A payment only goes forward, and what was ordered and approved stays.
create function payment_goes_forward() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A payment is never removed' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.batch_id, new.award_id, new.award_reference, new.scheme_id, new.year, new.municipality_id, new.amount, new.due_on, new.account_number, new.ordered_by, new.ordered_at)
        is distinct from (old.id, old.batch_id, old.award_id, old.award_reference, old.scheme_id, old.year, old.municipality_id, old.amount, old.due_on, old.account_number,
            old.ordered_by, old.ordered_at)
        or (old.approved_by is not null and (new.approved_by, new.approved_at)
            is distinct from (old.approved_by, old.approved_at))
        or (old.status, new.status) not in (('ordered', 'approved'), ('approved', 'confirmed'))
        or new.version <> old.version + 1 then
        raise exception 'Payment % goes from ordered to approved to confirmed and stays as it was ordered', old.id
            using errcode = 'restrict_violation', constraint = 'payment_goes_forward';
    end if;
    return new;
end $$;
create trigger payment_goes_forward before update or delete on payment
    for each row execute function payment_goes_forward();

-- At commit the ledger has what is confirmed.
create function payment_must_be_posted() returns trigger language plpgsql security definer set search_path from current as $$
declare
    at_commit payment;
    posted bigint;
begin
    select * into strict at_commit from payment where id = new.id;
    select coalesce(sum(l.amount), 0) into posted from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source = 'payment/' || new.id and e.award_id = new.award_id and l.account = 'paid-unreported';
    if posted <> (case when at_commit.status = 'confirmed' then at_commit.amount else 0 end) then
        raise exception 'Payment % is %, but the ledger has % of it', new.id, at_commit.status, posted
            using errcode = 'check_violation', constraint = 'payment_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger payment_is_posted after insert or update on payment
    deferrable initially deferred for each row execute function payment_must_be_posted();

grant select, insert on payment_batch to ${app};
grant select, insert, update on payment to ${app};
revoke update, delete, truncate on payment_batch from ${app};
revoke delete, truncate on payment from ${app};
