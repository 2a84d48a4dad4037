-- What attachments belong to: how many they are and how large together, counted by the database itself so that no two
-- that come at once go beyond it, and whether they are frozen.
create table attachment_holder (
    kind      text    not null check (kind <> ''),
    id        uuid    not null,
    files     integer not null default 0 check (files between 0 and 50),
    bytes     bigint  not null default 0 check (bytes between 0 and 104857600),
    frozen_at timestamptz,
    edition   integer not null default 0 check (edition >= 0),
    primary key (kind, id)
);

create table attachment (
    id          uuid        primary key,
    number      bigint      not null generated always as identity unique,
    holder_kind text        not null,
    holder_id   uuid        not null,
    name        text        not null check (length(name) between 1 and 200),
    type        text        not null check (type in ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'csv')),
    bytes       integer     not null check (bytes between 1 and 26214400),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state       text        not null check (state in ('ready', 'waiting', 'infected')),
    store       text        not null check (store in ('database', 's3')),
    added_at    timestamptz not null,
    added_by    text        not null,
    removed_at  timestamptz,
    foreign key (holder_kind, holder_id) references attachment_holder (kind, id)
);
create index attachment_of_holder on attachment (holder_kind, holder_id, number);
create index attachment_waiting on attachment (number) where state = 'waiting';

-- The content of those that are kept in the database. They are packed already.
create table attachment_chunk (
    attachment_id uuid    not null references attachment (id) on delete cascade,
    place         integer not null check (place >= 0),
    content       bytea   not null check (octet_length(content) between 1 and 262144),
    primary key (attachment_id, place)
);
alter table attachment_chunk alter column content set storage external;

-- What stands, or was to stand, in S3-compatible storage: noted before it is stored, so that what belongs to nothing is
-- found without looking through the storage.
create table attachment_object (
    id       uuid        primary key,
    noted_at timestamptz not null default clock_timestamp(),
    kept     boolean     not null default false
);
create index attachment_object_left on attachment_object (noted_at) where not kept;

-- Which attachments a holder had each time it was frozen; they are kept from then on.
create table attachment_edition (
    holder_kind   text    not null,
    holder_id     uuid    not null,
    edition       integer not null check (edition >= 1),
    attachment_id uuid    not null references attachment (id),
    primary key (holder_kind, holder_id, edition, attachment_id)
);
create index attachment_edition_of on attachment_edition (attachment_id);
revoke update, delete, truncate on attachment_edition from ${app};

create function attachment_is_counted() returns trigger language plpgsql as $$
declare
    held attachment;
    sign integer;
begin
    if tg_op = 'UPDATE' and (old.removed_at is null) = (new.removed_at is null) then
        return null;
    end if;
    held := case when tg_op = 'DELETE' then old else new end;
    sign := case
        when tg_op = 'DELETE' and old.removed_at is not null then 0
        when tg_op = 'DELETE' or new.removed_at is not null then -1
        else 1 end;
    update attachment_holder set files = files + sign, bytes = bytes + sign * held.bytes
    where kind = held.holder_kind and id = held.holder_id;
    if held.store = 's3' then
        update attachment_object set kept = tg_op <> 'DELETE' where id = held.id;
    end if;
    return null;
end $$;
create trigger attachment_is_counted after insert or update of removed_at or delete on attachment
    for each row execute function attachment_is_counted();

create function attachment_stays_with_what_is_frozen() returns trigger language plpgsql as $$
declare
    held attachment;
    settling constant text[] := array['state', 'removed_at'];
begin
    held := case when tg_op = 'DELETE' then old else new end;
    if tg_op = 'UPDATE' and to_jsonb(new) - settling <> to_jsonb(old) - settling then
        raise exception 'An attachment stays what it was'
            using errcode = 'restrict_violation', constraint = 'attachment_stays';
    end if;
    if tg_op = 'UPDATE' and new.state = 'infected' and new.store = 's3' then
        update attachment_object set kept = false where id = new.id;
    end if;
    if (tg_op <> 'UPDATE' or old.removed_at is distinct from new.removed_at) and exists (
            select from attachment_holder
            where kind = held.holder_kind and id = held.holder_id and frozen_at is not null) then
        raise exception 'What is frozen takes no attachment and gives none away'
            using errcode = 'restrict_violation', constraint = 'attachment_frozen';
    end if;
    return held;
end $$;
create trigger attachment_stays_with_what_is_frozen before insert or update or delete on attachment
    for each row execute function attachment_stays_with_what_is_frozen();

-- From now on none may come or go; those that are there are an edition.
create function freeze_attachments(of_kind text, of_id uuid) returns void language sql as $$
    insert into attachment_holder (kind, id, frozen_at, edition) values (of_kind, of_id, clock_timestamp(), 1)
    on conflict (kind, id) do update
        set frozen_at = clock_timestamp(), edition = attachment_holder.edition + 1;
    insert into attachment_edition (holder_kind, holder_id, edition, attachment_id)
    select h.kind, h.id, h.edition, a.id
    from attachment_holder h join attachment a on a.holder_kind = h.kind and a.holder_id = h.id
    where h.kind = of_kind and h.id = of_id and a.removed_at is null;
$$;

create function release_attachments(of_kind text, of_id uuid) returns void language sql as $$
    update attachment_holder set frozen_at = null where kind = of_kind and id = of_id
$$;

-- As it was when it was frozen the last time: what has come since is gone, what was taken away is back.
create function restore_attachments(of_kind text, of_id uuid) returns void language sql as $$
    delete from attachment a
    where a.holder_kind = of_kind and a.holder_id = of_id
      and not exists (select from attachment_edition e where e.attachment_id = a.id);
    update attachment a set removed_at = null
    from attachment_edition e
    join attachment_holder h on h.kind = e.holder_kind and h.id = e.holder_id and h.edition = e.edition
    where h.kind = of_kind and h.id = of_id and a.id = e.attachment_id and a.removed_at is not null;
    update attachment_holder set frozen_at = clock_timestamp() where kind = of_kind and id = of_id
$$;

-- What is deleted takes its attachments along.
create function drop_attachments(of_kind text, of_id uuid) returns void language sql as $$
    delete from attachment where holder_kind = of_kind and holder_id = of_id;
    delete from attachment_holder where kind = of_kind and id = of_id;
$$;
