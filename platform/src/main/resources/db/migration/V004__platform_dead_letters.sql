-- A dead letter is kept with all that the record said, so that it can be taken in again once what stood in its way is
-- mended; it is never removed, and taken in once. Bytes, because what cannot be used may not even be text.
alter table dead_letter
    add column id          uuid not null default gen_random_uuid() unique,
    add column record_key  bytea,
    add column content     bytea,
    add column headers     bytea,
    add column taken_in_at timestamptz,
    add column taken_in_by text,
    add column outcome     text check (outcome in ('applied', 'duplicate', 'outdated')),
    add constraint dead_letter_taken_in_whole check (num_nulls(taken_in_at, taken_in_by, outcome) in (0, 3));
create index dead_letter_waiting on dead_letter (set_aside_at, id) where taken_in_at is null;
create index dead_letter_in_order on dead_letter (set_aside_at, id);

create function dead_letter_is_taken_in_once() returns trigger language plpgsql as $$
declare
    settling constant text[] := array['taken_in_at', 'taken_in_by', 'outcome'];
begin
    if old.taken_in_at is not null or to_jsonb(new) - settling <> to_jsonb(old) - settling then
        raise exception 'A dead letter stays as it was set aside, and is taken in once'
            using errcode = 'restrict_violation', constraint = 'dead_letter_taken_in_once';
    end if;
    return new;
end $$;
create trigger dead_letter_is_taken_in_once before update on dead_letter
    for each row execute function dead_letter_is_taken_in_once();
revoke delete, truncate on dead_letter from ${app};

-- By when they came, for forgetting those that a newer version of their subject has made superfluous.
create index inbox_received on inbox (received_at);
