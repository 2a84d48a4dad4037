-- The money ledger: append-only double entry per scheme, year and award. What must hold holds here, whoever writes:
-- entries balance, no entry changes, no account that holds money goes below zero (so awards never exceed the
-- appropriation and payments never exceed the award). Balances are kept by triggers that run as the owner; the
-- application's role can add entries and read, nothing else.

create table ledger_entry (
    id         uuid primary key,
    number     bigint      generated always as identity unique,
    kind       text        not null check (kind in
        ('appropriated', 'revised', 'awarded', 'annulled', 'paid', 'reported', 'framework-paid')),
    scheme_id  uuid        not null,
    year       integer     not null check (year between 2000 and 2100),
    award_id   uuid,
    -- What caused the entry, for example payment/<id>: the same cause is never posted twice.
    source     text        not null unique check (source <> ''),
    -- How many lines it has, so that none can be added afterwards.
    lines      integer     not null check (lines >= 2),
    posted_by  text        not null check (posted_by <> ''),
    posted_at  timestamptz not null
);
create index ledger_entry_by_scheme on ledger_entry (scheme_id, year, number);
create index ledger_entry_by_award on ledger_entry (award_id, number) where award_id is not null;

create table ledger_line (
    entry_id uuid   not null references ledger_entry,
    account  text   not null check (account in (
        'appropriated', 'available', 'committed', 'awarded-unpaid', 'paid-unreported', 'spent', 'unspent', 'claim',
        'carried-over', 'repaid', 'lapsed', 'framework-paid', 'awarded', 'awarded-contra')),
    amount   bigint not null check (amount <> 0),
    primary key (entry_id, account)
);

create table ledger_balance (
    scheme_id uuid    not null,
    year      integer not null,
    account   text    not null,
    balance   bigint  not null,
    primary key (scheme_id, year, account),
    constraint ledger_no_overdraft check (balance >= 0 or account in ('appropriated', 'awarded-contra'))
);

create table ledger_award_balance (
    award_id uuid   not null,
    account  text   not null,
    balance  bigint not null,
    primary key (award_id, account),
    constraint ledger_no_award_overdraft
        check (balance >= 0 or account in ('available', 'committed', 'awarded-contra'))
);

-- Posts a line on its balances.
create function ledger_line_is_posted() returns trigger language plpgsql security definer set search_path from current as $$
declare
    entry ledger_entry;
begin
    select * into strict entry from ledger_entry where id = new.entry_id;
    if entry.award_id is null and new.account in ('awarded-unpaid', 'paid-unreported', 'spent', 'unspent', 'claim',
            'repaid', 'awarded', 'awarded-contra') then
        raise exception 'Ledger entry % posts on % without naming an award', entry.id, new.account
            using errcode = 'check_violation', constraint = 'ledger_award_named';
    end if;
    -- The row first, then the amount: a conflict clause would test the bare amount against the constraint.
    insert into ledger_balance values (entry.scheme_id, entry.year, new.account, 0) on conflict do nothing;
    update ledger_balance set balance = balance + new.amount
        where scheme_id = entry.scheme_id and year = entry.year and account = new.account;
    if entry.award_id is not null then
        insert into ledger_award_balance values (entry.award_id, new.account, 0) on conflict do nothing;
        update ledger_award_balance set balance = balance + new.amount
            where award_id = entry.award_id and account = new.account;
    end if;
    return null;
end $$;
create trigger ledger_line_is_posted after insert on ledger_line
    for each row execute function ledger_line_is_posted();

-- At commit an entry has the lines that it says, and they sum to zero; the memorandum pair does so by itself.
create function ledger_entry_must_balance() returns trigger language plpgsql security definer set search_path from current as $$
declare
    entry_of_row uuid := case tg_table_name when 'ledger_entry' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'entry_id')::uuid end;
    expected integer;
    actual integer;
    total numeric;
    memorandum numeric;
begin
    select lines into strict expected from ledger_entry where id = entry_of_row;
    select count(*), coalesce(sum(amount), 0),
           coalesce(sum(amount) filter (where account in ('awarded', 'awarded-contra')), 0)
        into actual, total, memorandum from ledger_line where entry_id = entry_of_row;
    if actual <> expected or total <> 0 or memorandum <> 0 then
        raise exception 'Ledger entry % does not balance: % of % lines, sum %, memorandum sum %',
            entry_of_row, actual, expected, total, memorandum
            using errcode = 'check_violation', constraint = 'ledger_entry_balances';
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_entry_must_balance();
create constraint trigger ledger_line_balances after insert on ledger_line
    deferrable initially deferred for each row execute function ledger_entry_must_balance();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger ledger_entry_is_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_line_is_append_only before update or delete or truncate on ledger_line
    for each statement execute function ledger_is_append_only();

-- A balance moves only by a posted line: nested under the trigger above. An empty account may be opened.
create function ledger_balance_follows_lines() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 and (tg_op <> 'INSERT' or new.balance <> 0) then
        raise exception 'A balance moves only by a posted line: % on % is refused', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger ledger_balance_follows_lines before insert or update or delete on ledger_balance
    for each row execute function ledger_balance_follows_lines();
create trigger ledger_award_balance_follows_lines before insert or update or delete on ledger_award_balance
    for each row execute function ledger_balance_follows_lines();
create trigger ledger_balance_is_kept before truncate on ledger_balance
    for each statement execute function ledger_is_append_only();
create trigger ledger_award_balance_is_kept before truncate on ledger_award_balance
    for each statement execute function ledger_is_append_only();

-- What is left to award of a scheme's year; the row stays locked until the transaction ends. The application's role
-- may not update balances, and so could not lock one by itself.
create function ledger_lock_available(of_scheme uuid, of_year integer) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    available bigint;
begin
    insert into ledger_balance values (of_scheme, of_year, 'available', 0) on conflict do nothing;
    select balance into strict available from ledger_balance
        where scheme_id = of_scheme and year = of_year and account = 'available' for update;
    return available;
end $$;

-- The balance of one account of one award, zero when nothing was posted on it.
create function ledger_award_balance_of(of_award uuid, of_account text) returns bigint
    language sql stable security definer set search_path from current as $$
    select coalesce((select balance from ledger_award_balance where award_id = of_award and account = of_account), 0)
$$;

revoke update, delete, truncate on ledger_entry, ledger_line from ${app};
revoke insert, update, delete, truncate on ledger_balance, ledger_award_balance from ${app};
grant select, insert on ledger_entry, ledger_line to ${app};
grant select on ledger_balance, ledger_award_balance to ${app};
