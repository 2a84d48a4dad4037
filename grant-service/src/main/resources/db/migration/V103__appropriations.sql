-- Appropriations (bevilgninger): one original for each scheme and year, and its signed revisions. The money itself is
-- in the ledger; these rows say where it came from.
create table appropriation (
    id                uuid        primary key,
    scheme_id         uuid        not null references scheme (id),
    year              integer     not null check (year between 2000 and 2100),
    amount            bigint      not null check (amount > 0),
    source            text        not null check (source <> ''),
    incorporated_from uuid        references scheme (id) check (incorporated_from <> scheme_id),
    made_by           text        not null,
    made_at           timestamptz not null,
    unique (scheme_id, year)
);

create table appropriation_revision (
    id               uuid        primary key,
    appropriation_id uuid        not null references appropriation (id),
    number           integer     not null check (number >= 1),
    change           bigint      not null check (change <> 0),
    reason           text        not null check (reason <> ''),
    made_by          text        not null,
    made_at          timestamptz not null,
    unique (appropriation_id, number)
);

-- What the Storting has given is history: it is added to and never rewritten.
revoke update, delete, truncate on appropriation, appropriation_revision from ${app};
