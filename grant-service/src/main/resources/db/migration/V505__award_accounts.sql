-- The accounts that an award has been or is to be paid to: the first is stated with the acceptance, later ones by the
-- municipality that holds the award. Above the scheme's limit a person at the Directorate approves one before it is used.

create table award_account (
    award_id       uuid        not null references award,
    number         integer     not null check (number >= 1),
    account_number text        not null check (account_number ~ '^[0-9]{11}$'),
    holder_id      uuid        not null,
    stated_by      text        not null check (stated_by <> ''),
    stated_for     text        not null check (stated_for ~ '^[0-9]{9}$'),
    stated_at      timestamptz not null,
    needs_approval boolean     not null,
    status         text        not null check (status in ('waiting', 'in-force', 'replaced', 'refused')),
    decided_by     text check (decided_by <> ''),
    decided_at     timestamptz,
    decided_reason text check (decided_reason <> ''),
    primary key (award_id, number),
    constraint award_account_decision_is_whole check (num_nulls(decided_by, decided_at) in (0, 2)),
    constraint award_account_waits_for_approval check (status <> 'waiting' or (needs_approval and decided_by is null)),
    constraint award_account_used_when_approved check (
        status <> 'in-force' or needs_approval = (decided_by is not null)),
    constraint award_account_by_two_persons check (decided_by <> stated_by),
    constraint award_account_refused_with_reason check ((status = 'refused') = (decided_reason is not null))
);
create unique index award_account_in_force on award_account (award_id) where status = 'in-force';
create unique index award_account_waiting on award_account (award_id) where status = 'waiting';
create index award_account_waiting_since on award_account (stated_at, award_id) where status = 'waiting';

-- What was stated stays; what became of it goes forward.
create function award_account_goes_forward() returns trigger language plpgsql as $$
declare
    steps constant text[] := array['status', 'decided_by', 'decided_at', 'decided_reason'];
begin
    if tg_op = 'DELETE' or to_jsonb(new) - steps <> to_jsonb(old) - steps
        or (old.decided_by is not null and (new.decided_by, new.decided_at, new.decided_reason)
            is distinct from (old.decided_by, old.decided_at, old.decided_reason))
        or (old.status, new.status) not in (('waiting', 'in-force'), ('waiting', 'refused'), ('waiting', 'replaced'),
            ('in-force', 'replaced')) then
        raise exception 'An account that was stated stays' using errcode = 'restrict_violation',
            constraint = 'award_account_goes_forward';
    end if;
    return new;
end $$;
create trigger award_account_goes_forward before update or delete on award_account
    for each row execute function award_account_goes_forward();

-- An acceptance states the first account, of the one that holds the award then.
create function award_acceptance_states_account() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if tg_op = 'INSERT' or old.accepted_at is null then
        insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at,
            needs_approval, status)
        values (new.id, 1, new.account_number, coalesce((new.takeovers -> -1 ->> 'to')::uuid, new.municipality_id),
            new.accepted_by, new.accepted_for, new.accepted_at, false, 'in-force');
    end if;
    return null;
end $$;
create trigger award_acceptance_states_account after insert or update on award
    for each row when (new.accepted_at is not null) execute function award_acceptance_states_account();

insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at, needs_approval,
    status)
select a.id, 1, a.account_number,
    coalesce((select (t.step ->> 'to')::uuid from jsonb_array_elements(a.takeovers) with ordinality as t (step, n)
        where (t.step ->> 'on')::date <= a.accepted_on order by t.n desc limit 1), a.municipality_id),
    a.accepted_by, a.accepted_for, a.accepted_at, false, 'in-force'
from award a where a.accepted_at is not null;

-- A payment is ordered to the account in force, which is the holder's own, and to none while another waits for approval.
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
    if paid_award.status not in ('accepted', 'changed')
        or not exists (select from award_account where award_id = new.award_id and status = 'in-force'
            and account_number = new.account_number
            and holder_id = coalesce((paid_award.takeovers -> -1 ->> 'to')::uuid, paid_award.municipality_id))
        or exists (select from award_account where award_id = new.award_id and status = 'waiting') then
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

grant select, insert, update on award_account to ${app};
revoke delete, truncate on award_account from ${app};
