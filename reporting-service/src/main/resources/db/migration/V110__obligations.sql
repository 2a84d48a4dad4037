create table obligation (
    obligation_id uuid primary key,
    award_id uuid unique,
    framework_allocation_id uuid unique,
    report_id uuid not null,
    municipality_id uuid not null,
    number text not null check (number ~ '^[0-9]{4}$'),
    year integer not null,
    opens_on date not null,
    due_on date not null,
    form text not null,
    size text not null check (size in ('full', 'simple')),
    received bigint not null check (received >= 0),
    status text not null check (status in ('waiting', 'open', 'submitted', 'fulfilled', 'cancelled')),
    version bigint not null check (version > 0),
    check (num_nonnulls(award_id, framework_allocation_id) = 1),
    check (framework_allocation_id is null or received = 0)
);

create index obligation_report on obligation (report_id);

create index obligation_municipality on obligation (municipality_id, year);

create index obligation_waiting on obligation (opens_on) where status = 'waiting';
