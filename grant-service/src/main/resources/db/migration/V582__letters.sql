-- Letters of what was decided. What a letter says is written in the transaction of the decision, its document is made once
-- after it, and neither ever changes; only how far it has come does.
create table letter (
    id                  uuid primary key,
    kind                text not null check (kind in ('award', 'rejection')),
    subject_id          uuid not null,
    application_id      uuid,
    edition             integer not null check (edition > 0),
    reference           text not null check (reference <> ''),
    title               text not null check (title <> ''),
    scheme_id           uuid not null references scheme,
    municipality_id     uuid not null,
    municipality_number text not null,
    municipality_name   text not null,
    language            text not null check (language in ('nb', 'nn', 'en')),
    decided_at          timestamptz not null,
    unique (kind, subject_id, edition)
);
create index letter_list on letter (decided_at desc, id desc);
create index letter_list_of on letter (municipality_id, decided_at desc, id desc);
create index letter_answering on letter (application_id) where application_id is not null;

create table letter_text (
    letter_id uuid not null references letter,
    language  text not null check (language in ('nb', 'nn', 'en')),
    content   text not null check (content <> ''),
    primary key (letter_id, language)
);

create table letter_document (
    letter_id uuid not null,
    language  text not null,
    content   bytea not null,
    sha256    text not null check (sha256 = encode(sha256(content), 'hex')),
    size      integer not null check (size = octet_length(content)),
    made_at   timestamptz not null,
    primary key (letter_id, language),
    foreign key (letter_id, language) references letter_text
);

-- How far a letter has come. A row is there for each letter; a moment that is there stays.
create table letter_receipt (
    letter_id    uuid primary key references letter,
    channel      text not null check (channel <> ''),
    printed      boolean not null default false,
    reference    text,
    delivered_at timestamptz,
    opened_at    timestamptz,
    confirmed_at timestamptz,
    confirmed_by text,
    attempts     integer not null default 0 check (attempts >= 0),
    next_try     timestamptz,
    failure      text,
    constraint opened_when_delivered check (opened_at is null or delivered_at is not null),
    constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
    constraint not_both_delivered_and_failed check (failure is null or delivered_at is null)
);
create index letter_to_print on letter_receipt (letter_id) where not printed;
create index letter_to_deliver on letter_receipt (next_try) where delivered_at is null and failure is null;
create index letter_undeliverable on letter_receipt (letter_id) where failure is not null;

-- What letters to a municipality are sent through, where it is not the feed.
create table letter_channel (
    municipality_id uuid primary key,
    channel         text not null check (channel <> ''),
    chosen_by       text not null,
    chosen_at       timestamptz not null
);

revoke update, delete, truncate on letter, letter_text, letter_document from ${app};
revoke delete, truncate on letter_receipt from ${app};

create function letter_moments_stay() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE'
        or old.letter_id <> new.letter_id
        or old.printed and not new.printed
        or old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
        or old.confirmed_at is not null
            and (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by) then
        raise exception 'When a letter was delivered, opened or confirmed stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger letter_moments_stay before update or delete on letter_receipt
    for each row execute function letter_moments_stay();
