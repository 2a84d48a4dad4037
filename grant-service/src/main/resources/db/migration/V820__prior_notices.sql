-- Prior notices (forhåndsvarsel, forvaltningsloven § 16): what a municipality is told before something is decided against it,
-- and what it answers. A notice, its period and its comments never change; it is answered until the decision closes it.

create table prior_notice (
    id           uuid        primary key,
    kind         text        not null check (kind in
        ('recovery', 'settlement', 'reversal', 'reduction', 'write-down', 'late-appeal')),
    -- What is to be decided: a claim, an award, an appeal.
    subject_id   uuid        not null,
    about        text        not null check (about like '/v1/%'),
    award_id     uuid        not null references award,
    scheme_id    uuid        not null references scheme,
    -- The award's recipient; whoever bears its duties answers.
    recipient_id uuid        not null,
    version      bigint      not null check (version >= 1),
    -- What is at stake, in whole kroner; zero where it is no money.
    amount       bigint      not null check (amount >= 0),
    text         text        not null check (text <> ''),
    sent_by      text        not null check (sent_by <> ''),
    sent_at      timestamptz not null,
    answer_by    date        not null,
    waived_by    text        check (waived_by <> ''),
    waived_for   text        check (waived_for ~ '^[0-9]{9}$'),
    waived_at    timestamptz,
    closed_at    timestamptz,
    constraint prior_notice_waiver_is_whole check (num_nulls(waived_by, waived_for, waived_at) in (0, 3)),
    constraint prior_notice_has_a_period check (answer_by > (sent_at at time zone 'Europe/Oslo')::date)
);
create index prior_notice_by_time on prior_notice (sent_at, id);
create index prior_notice_by_recipient on prior_notice (recipient_id, sent_at, id);
create unique index prior_notice_one_at_a_time on prior_notice (kind, subject_id) where closed_at is null;
create index prior_notice_of on prior_notice (kind, subject_id, sent_at);
create index prior_notice_waiting on prior_notice (sent_at, id) where closed_at is null and waived_at is null;

create table prior_notice_comment (
    prior_notice_id uuid        not null references prior_notice,
    number          integer     not null check (number >= 1),
    text            text        not null check (text <> ''),
    made_by         text        not null check (made_by <> ''),
    made_for        text        not null check (made_for ~ '^[0-9]{9}$'),
    made_at         timestamptz not null,
    primary key (prior_notice_id, number)
);

create function prior_notice_stays() returns trigger language plpgsql security definer set search_path from current as $$
declare
    changing constant text[] := array['version', 'waived_by', 'waived_for', 'waived_at', 'closed_at'];
begin
    if tg_op = 'DELETE' or tg_table_name = 'prior_notice_comment'
        or to_jsonb(new) - changing <> to_jsonb(old) - changing
        or old.closed_at is not null
        or old.waived_at is not null and (new.waived_by, new.waived_for, new.waived_at)
            is distinct from (old.waived_by, old.waived_for, old.waived_at) then
        raise exception 'A prior notice and what it was answered stay: % on % is refused', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger prior_notice_stays before update or delete on prior_notice
    for each row execute function prior_notice_stays();
create trigger prior_notice_comment_stays before update or delete on prior_notice_comment
    for each row execute function prior_notice_stays();

create function prior_notice_is_of_its_award() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from award a where a.id = new.award_id
            and (a.scheme_id, a.municipality_id) = (new.scheme_id, new.recipient_id)) then
        raise exception 'Prior notice % is not of award %', new.id, new.award_id
            using errcode = 'check_violation', constraint = 'prior_notice_of_its_award';
    end if;
    return new;
end $$;
create trigger prior_notice_is_of_its_award before insert on prior_notice
    for each row execute function prior_notice_is_of_its_award();

-- Nothing is said to a notice that is closed.
create function prior_notice_is_open() returns trigger language plpgsql security definer set search_path from current as $$
begin
    if exists (select from prior_notice n where n.id = new.prior_notice_id and n.closed_at is not null) then
        raise exception 'Prior notice % is closed', new.prior_notice_id
            using errcode = 'restrict_violation', constraint = 'prior_notice_is_open';
    end if;
    return new;
end $$;
create trigger prior_notice_is_open before insert on prior_notice_comment
    for each row execute function prior_notice_is_open();

-- Whether the municipality has been heard: it has commented or waived, or its period has ended.
create function prior_notice_lets(of_kind text, of_subject uuid, decided_at timestamptz) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (select from prior_notice n where n.kind = of_kind and n.subject_id = of_subject
        and n.sent_at <= decided_at
        and (n.waived_at is not null or n.answer_by < (decided_at at time zone 'Europe/Oslo')::date
            or exists (select from prior_notice_comment c where c.prior_notice_id = n.id)))
$$;

-- A notice is a letter of its own.
alter table letter drop constraint letter_kind_check,
    add constraint letter_kind_check check (kind in ('award', 'rejection', 'prior-notice', 'claim', 'claim-reminder'));

grant select, insert, update on prior_notice to ${app};
grant select, insert on prior_notice_comment to ${app};
revoke delete, truncate on prior_notice from ${app};
revoke update, delete, truncate on prior_notice_comment from ${app};
