-- An appropriation and a revision stand in the ledger from their approval on, neither before nor without it.
drop trigger appropriation_is_posted on appropriation;
drop trigger appropriation_revision_is_posted on appropriation_revision;
drop function appropriation_must_be_posted();

-- At commit the ledger has what was approved.
create function approval_must_be_posted() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    expected bigint;
    cause text;
    posted bigint;
begin
    if tg_table_name = 'appropriation_approval' then
        cause := 'appropriation/' || new.appropriation_id;
        select a.amount into expected from appropriation a where a.id = new.appropriation_id;
    else
        cause := 'revision/' || new.revision_id;
        select r.change into expected from appropriation_revision r where r.id = new.revision_id;
    end if;
    select coalesce(sum(l.amount), 0) into posted from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source = cause and l.account = 'available';
    if posted <> expected then
        raise exception '% is % kroner, but the ledger has %', cause, expected, posted
            using errcode = 'check_violation', constraint = 'appropriation_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger appropriation_approval_is_posted after insert on appropriation_approval
    deferrable initially deferred for each row execute function approval_must_be_posted();
create constraint trigger appropriation_revision_approval_is_posted after insert on appropriation_revision_approval
    deferrable initially deferred for each row execute function approval_must_be_posted();

-- At commit what is appropriated in the ledger has been approved.
create function ledger_entry_must_be_approved() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if new.kind = 'appropriated' and not exists (select from appropriation_approval
            where appropriation_id = ledger_source_id(new.source, 'appropriation'))
        or new.kind = 'revised' and not exists (select from appropriation_revision_approval
            where revision_id = ledger_source_id(new.source, 'revision')) then
        raise exception 'The ledger has % of % that nobody has approved', new.kind, new.source
            using errcode = 'check_violation', constraint = 'ledger_entry_is_approved';
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_is_approved after insert on ledger_entry
    deferrable initially deferred for each row when (new.kind in ('appropriated', 'revised'))
    execute function ledger_entry_must_be_approved();
