-- Allocation runs. A run's inputs and outcome never change; the one thing that can happen to it is that a second
-- person adopts it, once.

create table allocation_run (
    id            uuid        primary key,
    name          text        not null check (name <> '' and length(name) <= 200),
    scheme_id     uuid        not null,
    year          integer     not null check (year between 2000 and 2100),
    made_by       text        not null check (made_by <> ''),
    made_at       timestamptz not null,
    -- Canonical JSON (RFC 8785) of everything that the amounts follow from, and its SHA-256.
    inputs        text        not null check (inputs <> ''),
    input_hash    char(64)    not null check (input_hash ~ '^[0-9a-f]{64}$'),
    result_hash   char(64)    not null check (result_hash ~ '^[0-9a-f]{64}$'),
    budget        bigint      not null check (budget >= 0),
    distributed   bigint      not null check (distributed >= 0 and distributed <= budget),
    recipients    integer     not null check (recipients >= 0),
    adopted_by    text,
    adopted_at    timestamptz,
    constraint allocation_run_hash_is_of_inputs
        check (input_hash = encode(sha256(convert_to(inputs, 'UTF8')), 'hex')),
    constraint allocation_run_adopted_by_another check (adopted_by is null or adopted_by <> made_by),
    constraint allocation_run_adoption_whole check ((adopted_by is null) = (adopted_at is null))
);
create index allocation_run_newest on allocation_run (made_at desc, id desc);
create index allocation_run_by_scheme on allocation_run (scheme_id, year, made_at desc);

create function allocation_run_is_kept() returns trigger language plpgsql set search_path from current as $$
begin
    if old.adopted_by is not null
       or (to_jsonb(new) - 'adopted_by' - 'adopted_at') <> (to_jsonb(old) - 'adopted_by' - 'adopted_at') then
        raise exception 'Allocation run % cannot be changed', old.id
            using errcode = 'check_violation', constraint = 'allocation_run_kept';
    end if;
    return new;
end;
$$;
create trigger allocation_run_kept before update on allocation_run
    for each row execute function allocation_run_is_kept();

-- Who may neither prepare nor decide (habilitet, forvaltningsloven § 6) in a scheme.
create table disqualification (
    id          uuid        primary key,
    person      text        not null check (person <> ''),
    scheme_id   uuid        not null,
    reason      text        not null check (reason <> '' and length(reason) <= 1000),
    recorded_by text        not null check (recorded_by <> ''),
    recorded_at timestamptz not null,
    unique (person, scheme_id)
);

revoke delete, truncate on allocation_run from ${app};
revoke update, delete, truncate on disqualification from ${app};
