-- What municipalities are told that they can ask for of a call that is divided within computed ceilings.
create table call_ceilings (
    call_id uuid primary key references call (id),
    run_id uuid not null,
    run_made_by varchar(200) not null,
    more_may_be_asked boolean not null,
    told_by varchar(200) not null,
    told_at timestamptz not null,
    constraint call_ceilings_by_two_persons check (told_by <> run_made_by)
);
create table call_ceiling (
    call_id uuid not null references call_ceilings (call_id) on delete cascade,
    municipality_id uuid not null,
    number varchar(4) not null,
    amount bigint not null check (amount >= 0),
    primary key (call_id, municipality_id)
);
create unique index call_ceiling_by_number on call_ceiling (call_id, number);
