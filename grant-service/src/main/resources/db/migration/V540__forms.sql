-- The forms of calls (søknadsskjema), in versions: drafted with the call, fixed when it is announced; a later version
-- corrects an announced call.
create table call_form (
    call_id      uuid        not null references call,
    number       integer     not null check (number >= 1),
    edition      integer     not null check (edition >= 1),
    content      jsonb       not null check (jsonb_typeof(content -> 'sections') = 'array'
                                 and jsonb_typeof(content -> 'schema') = 'object'),
    writers      jsonb       not null check (jsonb_typeof(writers) = 'array' and writers <> '[]'),
    written_at   timestamptz not null,
    published_by text        check (published_by <> ''),
    published_at timestamptz,
    primary key (call_id, number),
    constraint call_form_published_whole check ((published_by is null) = (published_at is null)),
    constraint call_form_by_two check (not jsonb_exists(writers, published_by))
);
create unique index call_form_one_draft on call_form (call_id) where published_at is null;

create function call_form_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.published_at is not null
        or (new.call_id, new.number) is distinct from (old.call_id, old.number) then
        raise exception 'Version % of the form of call % stays', old.number, old.call_id
            using errcode = 'restrict_violation', constraint = 'call_form_stays';
    end if;
    if new.published_at is null and new.edition <> old.edition + 1
        or new.published_at is not null
            and (new.edition, new.content, new.writers) is distinct from (old.edition, old.content, old.writers) then
        raise exception 'Version % of the form of call % has edition %', old.number, old.call_id, old.edition
            using errcode = 'restrict_violation', constraint = 'call_form_stays';
    end if;
    return new;
end $$;
create trigger call_form_stays before update or delete on call_form
    for each row execute function call_form_stays();

-- Versions follow each other, each after the one before it is asked; nobody is asked what belongs to no announced call.
create function call_form_follows() returns trigger language plpgsql as $$
begin
    if new.number > 1 and not exists (
        select from call_form earlier where earlier.call_id = new.call_id and earlier.number = new.number - 1
            and earlier.published_at is not null) then
        raise exception 'Version % of the form of call % does not follow the one before', new.number, new.call_id
            using errcode = 'check_violation', constraint = 'call_form_follows';
    end if;
    if new.published_at is not null and not exists (
        select from call where call.id = new.call_id and call.status = 'announced') then
        raise exception 'Call % is not announced', new.call_id
            using errcode = 'check_violation', constraint = 'call_form_of_announced';
    end if;
    return new;
end $$;
create trigger call_form_follows before insert or update on call_form
    for each row execute function call_form_follows();

-- Whoever announces a call publishes its form with it.
create function call_publishes_form() returns trigger language plpgsql as $$
begin
    update call_form set published_by = new.announced_by, published_at = new.announced_at
        where call_id = new.id and published_at is null;
    return null;
end $$;
create trigger call_publishes_form after update of status on call
    for each row when (old.status = 'draft' and new.status = 'announced')
    execute function call_publishes_form();

grant select, insert, update on call_form to ${app};
revoke delete, truncate on call_form from ${app};

-- Which form an application answers: one of its own call.
alter table application
    add column form_version integer,
    add constraint application_form foreign key (call_id, form_version) references call_form (call_id, number);
