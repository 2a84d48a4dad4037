-- Files to the bank and the bank's answers. Their numbers have no gaps: a number is taken in the transaction that
-- stores the file.
create table bank_file_number (
    only_row boolean primary key default true check (only_row),
    last     bigint not null check (last >= 0)
);
insert into bank_file_number (last) values (0);

create table bank_file (
    number     bigint primary key check (number >= 1),
    message_id text        not null unique check (message_id <> ''),
    account    text        not null check (account ~ '^[0-9]{11}$'),
    payments   integer     not null check (payments >= 1),
    sum        bigint      not null check (sum >= 1),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content    bytea       not null,
    made_by    text        not null check (made_by <> ''),
    made_at    timestamptz not null,
    constraint bank_file_is_what_its_hash_says check (encode(sha256(content), 'hex') = sha256)
);

create table bank_answer (
    number     bigint generated always as identity primary key,
    kind       text        not null check (kind in ('pain.002', 'camt.054')),
    message_id text        not null,
    sha256     text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    content    bytea       not null,
    entries    jsonb       not null check (jsonb_typeof(entries) = 'array'),
    read_by    text        not null check (read_by <> ''),
    read_at    timestamptz not null,
    constraint bank_answer_is_what_its_hash_says check (encode(sha256(content), 'hex') = sha256)
);

create function bank_file_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What was sent to and heard from the bank stays: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger bank_file_stays before update or delete or truncate on bank_file
    for each statement execute function bank_file_stays();
create trigger bank_answer_stays before update or delete or truncate on bank_answer
    for each statement execute function bank_file_stays();

-- The next number; nobody else takes one until the transaction ends, and one that is rolled back is taken again.
create function bank_file_take_number() returns bigint
    language sql security definer set search_path from current as $$
    update bank_file_number set last = last + 1 returning last
$$;

-- What is sent stands in a file, and a file says what was sent in it.
alter table payment add constraint payment_sent_in_a_file foreign key (sent_in) references bank_file
    deferrable initially deferred;
create index payment_of_file on payment (sent_in, award_reference, id) where sent_in is not null;
create index payment_to_send on payment (award_reference, id) where status = 'approved';

create function bank_file_must_add_up() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    sent integer;
    total numeric;
    before bigint;
begin
    select count(*), coalesce(sum(amount), 0) into sent, total from payment where sent_in = new.number;
    select coalesce(max(number), 0) into before from bank_file where number < new.number;
    if sent <> new.payments or total <> new.sum or before <> new.number - 1 then
        raise exception 'Bank file % has % payments of % kroner, but % of % were sent in it, after file %', new.number,
            new.payments, new.sum, sent, total, before
            using errcode = 'check_violation', constraint = 'bank_file_adds_up';
    end if;
    return null;
end $$;
create constraint trigger bank_file_adds_up after insert on bank_file
    deferrable initially deferred for each row execute function bank_file_must_add_up();

revoke insert, update, delete, truncate on bank_file_number from ${app};
grant select on bank_file_number to ${app};
grant select, insert on bank_file, bank_answer to ${app};
revoke update, delete, truncate on bank_file, bank_answer from ${app};
