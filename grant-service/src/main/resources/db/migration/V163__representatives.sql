-- Organisations that may act for a municipality, from one day until another; the tasks with a blank between.
create table known_representative (
    municipality_id uuid not null references known_municipality (id) on delete cascade,
    organisation    text not null check (organisation ~ '^[0-9]{9}$'),
    tasks           text not null check (tasks <> ''),
    valid_from      date not null,
    valid_to        date check (valid_from < valid_to)
);
create index known_representative_municipality on known_representative (municipality_id);
