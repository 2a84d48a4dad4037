-- A framework allocation can be corrected: a run that corrects the incorporation makes the next version of every
-- allocation. Versions are rows that never change; what a correction gives or takes stands in the ledger.

alter table framework_allocation
    -- The run that the version's own run corrects, and why; empty of what was decided first.
    add column corrects      uuid,
    add column amount_before bigint check (amount_before >= 0),
    add column reason_nb     text   check (reason_nb <> ''),
    add column reason_nn     text   check (reason_nn <> ''),
    add column reason_en     text   check (reason_en <> ''),
    add constraint framework_correction_is_whole
        check (num_nulls(corrects, amount_before, reason_nb, reason_nn, reason_en) in (0, 5)),
    add constraint framework_version_has_its_correction check (version = 1 or corrects is not null),
    drop constraint framework_allocation_pkey,
    add primary key (id, version),
    drop constraint framework_divided_once,
    add constraint framework_divided_once unique (scheme_id, year, municipality_id, version);

drop index framework_allocation_in_order;
create index framework_allocation_in_order on framework_allocation (year, municipality_number, id, version);

-- A version begins where the one before it ended, of the same municipality and year, and comes of a run that corrects the
-- one before's.
create function framework_allocation_follows() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    before framework_allocation;
begin
    select * into before from framework_allocation where id = new.id order by version desc limit 1;
    if new.version <> coalesce(before.version, 0) + 1
        or new.corrects is not null and new.amount_before <> coalesce(before.amount, 0)
        or new.version > 1 and (before.scheme_id, before.from_scheme_id, before.year, before.municipality_id, before.run_id)
            <> (new.scheme_id, new.from_scheme_id, new.year, new.municipality_id, new.corrects) then
        raise exception 'Version % of framework allocation % does not follow version %', new.version, new.id,
            before.version using errcode = 'check_violation', constraint = 'framework_allocation_follows';
    end if;
    return new;
end $$;
create trigger framework_allocation_follows before insert on framework_allocation
    for each row execute function framework_allocation_follows();

-- At commit the ledger has what was given, or what a correction changed, and the correcting run is adopted.
create or replace function framework_allocation_must_be_posted() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    cause constant text := case new.version when 1 then 'framework-allocation/' || new.id
        else 'framework-correction/' || new.id || '/' || new.version end;
    due constant bigint := new.amount - coalesce(new.amount_before, 0);
    posted bigint;
begin
    select coalesce(sum(l.amount), 0) into posted from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source = cause and l.account = 'framework-paid';
    if posted <> due then
        raise exception 'Version % of framework allocation % gives %, but the ledger has %', new.version, new.id, due,
            posted using errcode = 'check_violation', constraint = 'framework_allocation_stands_in_the_ledger';
    end if;
    if new.corrects is not null and not exists (select from run_correction c
            where (c.run_id, c.corrects) = (new.run_id, new.corrects) and c.adopted_at is not null) then
        raise exception 'Framework allocation % is not corrected by run %', new.id, new.run_id
            using errcode = 'check_violation', constraint = 'framework_allocation_corrected_by_its_run';
    end if;
    return null;
end $$;

-- What an entry that corrects a framework allocation moves; null when there is no such version.
create function ledger_framework_correction_moves(entry ledger_entry) returns jsonb
    language sql stable security definer set search_path from current as $$
    select jsonb_build_object('available', f.amount_before - f.amount, 'framework-paid', f.amount - f.amount_before)
    from framework_allocation f
    where f.id = ledger_source_id(regexp_replace(entry.source, '/[0-9]+$', ''), 'framework-correction')
        and entry.source = 'framework-correction/' || f.id || '/' || f.version and f.version > 1
        and entry.award_id is null and (f.scheme_id, f.year) = (entry.scheme_id, entry.year)
$$;

-- One more thing in a function and a list that others add to as well.
do $$
declare
    change record;
    before text;
    after text;
begin
    for change in select * from (values
        ('ledger_caused(ledger_entry)', 'ledger_source_id(entry.source, ''framework-allocation'') and',
            'ledger_source_id(entry.source, ''framework-allocation'') and f.version = 1 and'),
        ('ledger_caused(ledger_entry)', 'when ''framework-paid'' then',
            'when ''framework-corrected'' then return ledger_framework_correction_moves(entry);'
            || ' when ''framework-paid'' then'))
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
    after := replace(before, 'ARRAY[', 'ARRAY[''framework-corrected''::text, ');
    if before = after then
        raise exception 'The kinds of entries are not listed as expected';
    end if;
    execute 'alter table ledger_entry drop constraint ledger_entry_kind_check, add constraint ledger_entry_kind_check '
        || after;
end $$;
