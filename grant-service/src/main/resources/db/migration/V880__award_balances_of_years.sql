-- An award's money has the years of its own: the one that it was given for, and those that it was carried over into. A report
-- of a later year accounts for what was carried into it, and what is left of that is carried over again where the rules let it.

alter table ledger_award_balance disable trigger user;
alter table ledger_award_balance add column year integer;
update ledger_award_balance b set year = (select min(e.year) from ledger_entry e where e.award_id = b.award_id)
    + case when b.account in ('carried-in', 'carried-unreported') then 1 else 0 end;
alter table ledger_award_balance
    alter column year set not null,
    drop constraint ledger_award_balance_pkey,
    add primary key (award_id, year, account);
alter table ledger_award_balance enable trigger user;

-- The balance of one account of one award in one year, zero when nothing was posted on it.
create function ledger_award_balance_of(of_award uuid, of_year integer, of_account text) returns bigint
    language sql stable security definer set search_path from current as $$
    select coalesce((select balance from ledger_award_balance
        where award_id = of_award and year = of_year and account = of_account), 0)
$$;

-- The same in the year that the award was given for, before which there is nothing of it.
create or replace function ledger_award_balance_of(of_award uuid, of_account text) returns bigint
    language sql stable security definer set search_path from current as $$
    select ledger_award_balance_of(of_award,
        (select year from ledger_award_balance where award_id = of_award order by year limit 1), of_account)
$$;

-- What reports say of an award is of a year.
alter table reported_award
    add column year integer,
    add column carried_in bigint not null default 0;
update reported_award a set year = (select r.year from reported r where r.report_id = a.report_id);
alter table reported_award
    alter column year set not null,
    drop constraint reported_award_pkey,
    add primary key (award_id, year);
alter table reported_account add column year integer;
update reported_account a set year = (select r.year from reported r where r.report_id = a.report_id);
alter table reported_account
    alter column year set not null,
    drop constraint reported_account_pkey,
    add primary key (award_id, year);
create index carry_over_into on carry_over (award_id, to_year);

-- A carry-over is from the award's own year, or from one that its money had been carried over into.
create or replace function carry_over_is_of_its_award() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from award a where a.id = new.award_id
            and (a.scheme_id, a.municipality_id) = (new.scheme_id, new.recipient_id)
            and (a.year = new.from_year or exists (select from carry_over c
                where c.award_id = a.id and c.to_year = new.from_year))) then
        raise exception 'Carry-over % is not of award %', new.id, new.award_id
            using errcode = 'check_violation', constraint = 'carry_over_of_its_award';
    end if;
    return new;
end $$;

-- What had been carried over once is carried over again only where the rules of the award say so.
create function carry_over_again_is_allowed() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if new.change > 0 and exists (select from carry_over c join award a on a.id = c.award_id
            join scheme_version v on v.scheme_id = a.scheme_id and v.number = a.scheme_version
            where c.id = new.carry_over_id and c.from_year > a.year
                and coalesce((v.rules -> 'carryOver' ->> 'again')::boolean, false) is false) then
        raise exception 'Step % of carry-over % carries over again what its rules let be carried over once', new.number,
            new.carry_over_id using errcode = 'check_violation', constraint = 'carry_over_again_is_allowed';
    end if;
    return new;
end $$;
create trigger carry_over_again_is_allowed before insert on carry_over_step
    for each row execute function carry_over_again_is_allowed();

-- One more thing in functions that others change as well: the year.
do $$
declare
    change record;
    before text;
    after text;
begin
    -- What is counted as reported and unspent is counted so in every year.
    before := pg_get_functiondef('ledger_reported_unspent(uuid)'::regprocedure);
    after := replace(replace(before, '(of_award uuid)', '(of_award uuid, of_year integer)'),
        'ledger_award_balance_of(of_award, ', 'ledger_award_balance_of(of_award, of_year, ');
    if position('of_year integer' in after) = 0 or position('of_award, of_year, ' in after) = 0 then
        raise exception 'ledger_reported_unspent(uuid) is not as expected';
    end if;
    execute after;
    for change in select * from (values
        ('ledger_line_is_posted()', 'into ledger_award_balance values (entry.award_id, new.account, 0)',
            'into ledger_award_balance (award_id, year, account, balance) values (entry.award_id, entry.year, new.account, 0)'),
        ('ledger_line_is_posted()', 'where award_id = entry.award_id and account = new.account;',
            'where award_id = entry.award_id and year = entry.year and account = new.account;'),
        ('ledger_report_stands(ledger_entry)', 'ledger_award_balance_of(r.award_id, ',
            'ledger_award_balance_of(r.award_id, r.year, '),
        ('ledger_report_stands(ledger_entry)', 'ledger_reported_unspent(r.award_id)',
            'ledger_reported_unspent(r.award_id, r.year)'),
        ('ledger_report_stands(ledger_entry)', '(a.scheme_id, a.year) = (entry.scheme_id, entry.year)',
            '(a.scheme_id, r.year) = (entry.scheme_id, entry.year)'),
        ('ledger_report_stands(ledger_entry)', '(''paid-unreported'', ''spent''',
            '(case when r.year = a.year then ''paid-unreported'' else ''carried-unreported'' end, ''spent'''))
        as c (function, old, new)
    loop
        before := pg_get_functiondef(change.function::regprocedure);
        after := replace(before, change.old, change.new);
        if before = after then
            raise exception '% is not as expected', change.function;
        end if;
        execute after;
    end loop;
end $$;
