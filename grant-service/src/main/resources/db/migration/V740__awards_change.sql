-- The amount of an award can be increased and reduced. What was decided first stays with the award's own participants; each
-- change is a row that is never changed, and the award's amount is the last one's. A reduction takes of what is unpaid,
-- which is available again, and of what is paid, which becomes a claim.

create table award_change (
    id            uuid        primary key,
    award_id      uuid        not null references award,
    number        integer     not null check (number >= 1),
    cause         text        not null check (cause in ('correction', 'reserve-list')),
    amount_before bigint      not null check (amount_before > 0),
    amount_after  bigint      not null check (amount_after >= 0),
    -- What is claimed back of what has been paid.
    claimed       bigint      not null check (claimed >= 0),
    -- The participants' shares of the amount after it.
    shares        jsonb       not null check (jsonb_typeof(shares) = 'array'),
    reason_nb     text        not null check (reason_nb <> ''),
    reason_nn     text        not null check (reason_nn <> ''),
    reason_en     text        not null check (reason_en <> ''),
    -- The adopted run that the new amount comes from.
    run_id        uuid,
    decided_by    text        not null check (decided_by <> ''),
    decided_at    timestamptz not null,
    unique (award_id, number),
    constraint award_change_changes check (amount_after <> amount_before),
    constraint award_change_claims_no_more_than_it_takes check (claimed <= greatest(amount_before - amount_after, 0))
);
create index award_change_by_run on award_change (run_id) where run_id is not null;

create trigger award_change_stays before update or delete on award_change
    for each row execute function award_part_stays();

-- A change begins where the one before it ended, and its shares are its amount.
create function award_change_follows() returns trigger language plpgsql security definer set search_path from current as $$
declare
    before bigint;
    shared numeric;
begin
    if new.number = 1 then
        select sum(share) into before from award_participant where award_id = new.award_id;
    else
        select amount_after into before from award_change where award_id = new.award_id and number = new.number - 1;
    end if;
    if before is distinct from new.amount_before then
        raise exception 'Change % of award % begins at %, not at %', new.number, new.award_id, before, new.amount_before
            using errcode = 'check_violation', constraint = 'award_change_follows';
    end if;
    select coalesce(sum((s ->> 'share')::bigint), 0) into shared from jsonb_array_elements(new.shares) s;
    if shared <> new.amount_after
            or exists (select from jsonb_array_elements(new.shares) s where (s ->> 'share')::bigint < 0) then
        raise exception 'The shares of change % of award % sum to %, not to %', new.number, new.award_id, shared,
            new.amount_after using errcode = 'check_violation', constraint = 'award_change_shares_sum_to_amount';
    end if;
    return new;
end $$;
create trigger award_change_follows before insert on award_change
    for each row execute function award_change_follows();

-- At commit: what was decided first is the participants' shares, the award is what its last change says, and the ledger
-- has it.
create or replace function award_must_be_whole() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    of_award uuid := case tg_table_name when 'award' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'award_id')::uuid end;
    decided award;
    shares numeric;
    first_amount bigint;
    last_amount bigint;
    expected bigint;
begin
    select * into strict decided from award where id = of_award;
    select coalesce(sum(share), 0) into shares from award_participant where award_id = of_award;
    select amount_before into first_amount from award_change where award_id = of_award and number = 1;
    select amount_after into last_amount from award_change where award_id = of_award order by number desc limit 1;
    if shares <> coalesce(first_amount, decided.amount) then
        raise exception 'The shares of award % sum to %, not to %', decided.reference, shares,
            coalesce(first_amount, decided.amount)
            using errcode = 'check_violation', constraint = 'award_shares_sum_to_amount';
    end if;
    -- Of an award of which nothing is left the amount is the one that it had.
    if last_amount > 0 and last_amount <> decided.amount
        or (last_amount is not distinct from 0) <> (decided.ended_cause is not distinct from 'reduced') then
        raise exception 'Award % is % kroner, but its last change says %', decided.reference, decided.amount, last_amount
            using errcode = 'check_violation', constraint = 'award_is_what_its_last_change_says';
    end if;
    expected := case when decided.status in ('annulled', 'lapsed') then 0 else decided.amount end;
    if ledger_award_balance_of(of_award, 'awarded') <> expected then
        raise exception 'Award % is % kroner, but the ledger has %', decided.reference, expected,
            ledger_award_balance_of(of_award, 'awarded')
            using errcode = 'check_violation', constraint = 'award_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger award_change_is_whole after insert on award_change
    deferrable initially deferred for each row execute function award_must_be_whole();

alter table award
    drop constraint award_ended_cause_check,
    add constraint award_ended_cause_check check (ended_cause in ('declined', 'not-accepted', 'reduced')),
    drop constraint award_ends_before_acceptance,
    add constraint award_ends_before_acceptance check (
        ended_cause is null or accepted_at is null or ended_cause = 'reduced');
alter table payment
    drop constraint payment_cancelled_reason_check,
    add constraint payment_cancelled_reason_check check (cancelled_reason in ('account-changed', 'award-changed'));

-- What an entry that changes an award moves; null when there is no such change.
create function ledger_change_moves(entry ledger_entry) returns jsonb
    language sql stable security definer set search_path from current as $$
    select jsonb_object_agg(moves.account, moves.amount)
    from award_change c join award a on a.id = c.award_id
    cross join lateral (values
        ('available', c.amount_before - c.amount_after - c.claimed),
        ('awarded-unpaid', c.amount_after - c.amount_before + c.claimed),
        ('paid-unreported', -c.claimed),
        ('claim', c.claimed),
        ('awarded', c.amount_after - c.amount_before),
        ('awarded-contra', c.amount_before - c.amount_after)) as moves (account, amount)
    where c.id = ledger_source_id(entry.source, 'award-change') and moves.amount <> 0
        and entry.kind = case when c.amount_after > c.amount_before then 'increased' else 'reduced' end
        and (a.id, a.scheme_id, a.year) = (entry.award_id, entry.scheme_id, entry.year)
$$;

-- One more thing in functions and a list that others add to as well.
do $$
declare
    change record;
    before text;
    after text;
begin
    for change in select * from (values
        ('award_decision_stays()', 'array[''accept_by'',', 'array[''amount'', ''accept_by'','),
        ('payment_must_fit_award()', 'if others + new.amount > paid_award.amount then',
            'if others + new.amount - (select coalesce(sum(claimed), 0) from award_change where award_id = new.award_id)'
            || ' > paid_award.amount then'),
        ('ledger_caused(ledger_entry)', 'when ''framework-paid'' then',
            'when ''increased'', ''reduced'' then return ledger_change_moves(entry); when ''framework-paid'' then'))
        as c (function, old, new)
    loop
        before := pg_get_functiondef(change.function::regprocedure);
        after := replace(before, change.old, change.new);
        if before = after then
            raise exception '% is not as expected', change.function;
        end if;
        execute after;
    end loop;
    select pg_get_constraintdef(oid) into strict before from pg_constraint
        where conrelid = 'ledger_entry'::regclass and conname = 'ledger_entry_kind_check';
    after := replace(before, 'ARRAY[', 'ARRAY[''increased''::text, ''reduced''::text, ');
    if before = after then
        raise exception 'The kinds of entries are not listed as expected';
    end if;
    execute 'alter table ledger_entry drop constraint ledger_entry_kind_check, add constraint ledger_entry_kind_check '
        || after;
end $$;

grant select, insert on award_change to ${app};
revoke update, delete, truncate on award_change from ${app};
