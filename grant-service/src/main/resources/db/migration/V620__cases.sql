-- Cases (saker): who works on a submitted application. Every move stays.
create table case_holding (
    application_id uuid        primary key references application (id),
    holder         text        not null check (holder <> ''),
    given_by       text        not null check (given_by <> ''),
    since          timestamptz not null
);
create index case_holding_holder on case_holding (holder);

create table case_move (
    id             bigint      generated always as identity primary key,
    application_id uuid        not null references application (id),
    kind           text        not null check (kind in ('taken', 'handed-over', 'released')),
    from_person    text        check (from_person <> ''),
    to_person      text        check (to_person <> ''),
    moved_by       text        not null check (moved_by <> ''),
    moved_at       timestamptz not null,
    reason         text        check (reason <> ''),
    constraint case_move_to_somebody check ((kind = 'released') = (to_person is null)),
    constraint case_move_taken_by_oneself check (kind <> 'taken' or to_person = moved_by)
);
create index case_move_application on case_move (application_id, id);
revoke update, delete, truncate on case_move from ${app};

-- The queue: what waits longest first, by the day in Norway, and of one day what is asked for most.
create index application_queue on application
    (((submitted_at at time zone 'Europe/Oslo')::date), (-asked), reference) where status = 'submitted';
create index application_queue_of_call on application
    (call_id, ((submitted_at at time zone 'Europe/Oslo')::date), (-asked), reference) where status = 'submitted';
