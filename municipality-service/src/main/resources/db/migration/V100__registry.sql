-- Municipalities over time. Periods are half-open; an empty beginning is an unknown day before 2012.
create table municipality (
    id         uuid primary key,
    founded_on date
);

create table municipality_version (
    municipality_id uuid not null references municipality,
    number          text not null check (number ~ '^[0-9]{4}$'),
    name            text not null check (name <> ''),
    valid_from      date,
    valid_to        date check (valid_to > valid_from),
    -- A number stands for one municipality at a time.
    constraint number_names_one_municipality
        exclude using gist (
            int4range(number::int, number::int, '[]') with &&, daterange(valid_from, valid_to) with &&)
        deferrable initially deferred
);
create index municipality_version_municipality on municipality_version (municipality_id);

create table organisation_number (
    municipality_id uuid not null references municipality,
    number          text not null check (number ~ '^[0-9]{9}$'),
    valid_from      date,
    valid_to        date check (valid_to > valid_from),
    standing        text not null check (standing in ('CONFIRMED', 'CONFLICTING')),
    origin          text not null check (origin in ('REFERENCE', 'ENTERED')),
    source          text not null check (source <> ''),
    -- A number in use recognises one municipality at a time.
    constraint organisation_number_recognises_one_municipality
        exclude using gist (
            int8range(number::bigint, number::bigint, '[]') with &&, daterange(valid_from, valid_to) with &&)
        where (standing = 'CONFIRMED')
        deferrable initially deferred
);
create index organisation_number_municipality on organisation_number (municipality_id);

create table county (
    number     text primary key check (number ~ '^[0-9]{2}$'),
    name       text not null check (name <> ''),
    valid_from date,
    valid_to   date check (valid_to > valid_from)
);

create table structure_change (
    id      text primary key,
    on_date date not null,
    kind    text not null check (kind in ('MERGER', 'SPLIT')),
    reason  text not null
);
comment on column structure_change.reason is 'why the duty-bearer of a split is who it is; empty for a merger';

create table structure_change_party (
    change_id       text    not null references structure_change,
    side            text    not null check (side in ('BEFORE', 'AFTER')),
    municipality_id uuid    not null references municipality,
    number          text    not null check (number ~ '^[0-9]{4}$'),
    share           numeric(11, 10) not null check (share >= 0 and share <= 1),
    method          text    not null check (method in ('WHOLE', 'KNOWN', 'ESTIMATED')),
    duty_bearer     boolean not null,
    primary key (change_id, side, municipality_id)
);
comment on column structure_change_party.share is 'the part of the people that moved to a party on side AFTER';
create unique index split_has_one_duty_bearer on structure_change_party (change_id) where side = 'AFTER' and duty_bearer;

-- What was last told of each municipality, so that nothing is told again that has not changed.
create table municipality_announcement (
    municipality_id uuid primary key references municipality,
    version         bigint not null check (version > 0),
    fingerprint     text   not null
);

-- One row: raised by every change, and locked by whoever makes one.
create table register_state (
    id       int primary key check (id = 1),
    revision bigint not null,
    edition  text   not null
);
comment on column register_state.edition is 'fingerprint of the reference data taken in last';
insert into register_state values (1, 0, '');
