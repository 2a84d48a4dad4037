-- What has been heard on the topics of other services; the newest version of each.
create table known_municipality (
    municipality_id uuid primary key,
    version bigint not null,
    body jsonb not null
);

create table known_indicator (
    code text not null,
    year integer not null,
    structure_date date not null,
    version integer not null,
    body jsonb not null,
    primary key (code, structure_date, year)
);

create table known_award (
    award_id uuid primary key,
    year integer not null,
    stands boolean not null,
    body jsonb not null
);

create index known_award_year on known_award (year) where stands;

create table known_payment (
    payment_id uuid primary key,
    award_id uuid not null,
    year integer not null,
    confirmed boolean not null,
    amount bigint not null check (amount >= 0)
);

create index known_payment_award on known_payment (award_id);

create index known_payment_year on known_payment (year) where confirmed;

create table known_framework_allocation (
    allocation_id uuid primary key,
    year integer not null,
    body jsonb not null
);
