-- A reporting room: one for each municipality and year.
create table report (
    report_id uuid primary key,
    municipality_id uuid not null,
    number text not null check (number ~ '^[0-9]{4}$'),
    year integer not null,
    due_on date not null,
    form text not null,
    form_edition integer not null,
    size text not null check (size in ('full', 'simple')),
    status text not null check (status in ('opened', 'draft', 'submitted', 'returned', 'approved', 'corrected')),
    edition integer not null check (edition >= 0),
    approved_edition integer,
    answers jsonb not null,
    basis jsonb not null,
    remarks jsonb not null,
    moved_at timestamptz not null,
    moved_by text not null,
    first_submitted_at timestamptz,
    submitted_at timestamptz,
    version bigint not null check (version > 0),
    unique (municipality_id, year),
    check (approved_edition <= edition),
    check (status not in ('approved', 'corrected') or approved_edition = edition),
    check ((edition = 0) = (first_submitted_at is null)),
    check ((edition = 0) = (submitted_at is null))
);

create index report_year on report (year, report_id);

-- What was submitted, one row for each submission. A correction is a new edition that says which one it replaces.
create table report_edition (
    report_id uuid not null references report,
    edition integer not null check (edition > 0),
    replaces integer check (replaces < edition),
    answers jsonb not null,
    submitted_at timestamptz not null,
    submitted_by text not null,
    primary key (report_id, edition)
);

create table report_account (
    report_id uuid not null,
    edition integer not null,
    award_id uuid not null,
    received bigint not null check (received >= 0),
    spent bigint not null check (spent >= 0),
    unspent bigint not null check (unspent >= 0),
    own_share bigint not null check (own_share >= 0),
    primary key (report_id, edition, award_id),
    foreign key (report_id, edition) references report_edition,
    check (spent + unspent = received)
);

create table report_man_years (
    report_id uuid not null,
    edition integer not null,
    target_group text not null,
    area text not null,
    education text not null,
    value numeric(9, 2) not null check (value >= 0),
    primary key (report_id, edition, target_group, area, education),
    foreign key (report_id, edition) references report_edition
);
