-- What grant-service has heard of municipalities (municipality.v1) and indicators (indicator.v1).
-- Events come in any order, so nothing here refers to another municipality's row.
create table known_municipality (
    id         uuid primary key,
    ceased_on  date
);

-- Intervals include their first day and not their last; an open end is null.
create table known_municipality_version (
    municipality_id uuid not null references known_municipality (id) on delete cascade,
    number          text not null check (number ~ '^[0-9]{4}$'),
    name            text not null check (name <> ''),
    valid_from      date,
    valid_to        date,
    check (valid_from < valid_to)
);
create index known_municipality_version_number on known_municipality_version (number);
create index known_municipality_version_municipality on known_municipality_version (municipality_id);

create table known_successor (
    municipality_id uuid    not null references known_municipality (id) on delete cascade,
    successor_id    uuid    not null,
    on_date         date    not null,
    share           numeric not null check (share > 0 and share <= 1)
);
create index known_successor_municipality on known_successor (municipality_id);

create table known_organisation_number (
    municipality_id uuid not null references known_municipality (id) on delete cascade,
    number          text not null check (number ~ '^[0-9]{9}$'),
    valid_from      date,
    valid_to        date,
    check (valid_from < valid_to)
);
create index known_organisation_number_number on known_organisation_number (number);
create index known_organisation_number_municipality on known_organisation_number (municipality_id);

-- Every version stays, so that a stored allocation run can be computed again.
create table known_indicator (
    code           text    not null,
    year           integer not null check (year between 1900 and 2199),
    structure_date date    not null,
    version        integer not null check (version >= 1),
    kind           text    not null check (kind in ('QUANTITY', 'GROUPING')),
    unit           text    not null,
    source         text    not null,
    figures        jsonb   not null check (jsonb_typeof(figures) = 'array'),
    primary key (code, year, structure_date, version)
);
