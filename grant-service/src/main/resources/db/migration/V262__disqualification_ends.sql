-- A disqualification can end, once; the same person can be disqualified again later.
alter table disqualification
    add column ended_by text check (ended_by <> ''),
    add column ended_at timestamptz,
    add constraint disqualification_end check ((ended_by is null) = (ended_at is null)),
    drop constraint disqualification_person_scheme_id_key;
create unique index disqualification_active on disqualification (person, scheme_id) where ended_at is null;
grant update (ended_by, ended_at) on disqualification to ${app};

create function disqualification_ends_once() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'the disqualification % has ended', old.id;
    end if;
    return new;
end $$;
create trigger disqualification_ends_once before update on disqualification
    for each row execute function disqualification_ends_once();
