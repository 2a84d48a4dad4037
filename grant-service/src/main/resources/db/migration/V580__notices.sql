-- What municipalities have been told. A row gets its number when it is first to be read, after it was committed, so that
-- the numbers grow in the order in which rows can be seen; nothing else of it ever changes.
create table notice (
    id              uuid primary key,
    number          bigint unique check (number > 0),
    municipality_id uuid not null,
    kind            text not null check (kind <> ''),
    about           text not null check (about like '/v1/%'),
    text            jsonb not null check (text ?& array['nb', 'nn', 'en']),
    answer_by       date,
    at              timestamptz not null
);
create sequence notice_number;
create index notice_to_be_numbered on notice (at, id) where number is null;
create index notice_feed on notice (municipality_id, number) where number is not null;

revoke update, delete, truncate on notice from ${app};
grant update (number) on notice to ${app};

create function notice_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.number is not null
        or to_jsonb(new) - 'number' <> to_jsonb(old) - 'number' then
        raise exception 'What was told stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger notice_stays before update or delete on notice for each row execute function notice_stays();
