-- What each municipality gets of money that has become framework grant. A scheme's year is divided once.

create table framework_allocation (
    id                  uuid primary key,
    version             bigint      not null check (version >= 1),
    run_id              uuid        not null,
    scheme_id           uuid        not null,
    chapter             text        not null,
    item                text        not null,
    from_scheme_id      uuid        not null,
    from_chapter        text        not null,
    from_item           text        not null,
    year                integer     not null check (year between 2000 and 2100),
    municipality_id     uuid        not null,
    municipality_number text        not null check (municipality_number ~ '^[0-9]{4}$'),
    before              bigint      not null check (before >= 0),
    framework           bigint      not null check (framework >= 0),
    compensation        bigint      not null check (compensation >= 0),
    deduction           bigint      not null check (deduction >= 0),
    net                 bigint      not null,
    amount              bigint      not null check (amount >= 0),
    report_opens_on     date        not null,
    report_due_on       date        not null,
    report_form         text        not null,
    adopted_by          text        not null check (adopted_by <> ''),
    adopted_at          timestamptz not null,
    constraint framework_amount_adds_up check (amount = framework + net),
    constraint framework_divided_once unique (scheme_id, year, municipality_id)
);
create index framework_allocation_by_municipality on framework_allocation (municipality_id, year);

-- At commit the ledger has what was given.
create function framework_allocation_must_be_posted() returns trigger language plpgsql security definer set search_path from current as $$
declare
    posted bigint;
begin
    select coalesce(sum(l.amount), 0) into posted from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source = 'framework-allocation/' || new.id and l.account = 'framework-paid';
    if posted <> new.amount then
        raise exception 'Framework allocation % is %, but the ledger has %', new.id, new.amount, posted
            using errcode = 'check_violation', constraint = 'framework_allocation_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger framework_allocation_is_posted after insert on framework_allocation
    deferrable initially deferred for each row execute function framework_allocation_must_be_posted();

create trigger framework_allocation_stays before update or delete on framework_allocation
    for each row execute function award_part_stays();

grant select, insert on framework_allocation to ${app};
revoke update, delete, truncate on framework_allocation from ${app};
