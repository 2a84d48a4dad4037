-- Awards with the terms as they were when they were decided. At every commit an award says what the ledger says.

create table award (
    id                  uuid primary key,
    reference           text        not null unique,
    version             bigint      not null check (version >= 1),
    status              text        not null check (status in ('awarded', 'accepted', 'changed', 'annulled', 'lapsed')),
    scheme_id           uuid        not null,
    scheme_code         text        not null,
    scheme_name_nb      text        not null,
    scheme_name_nn      text        not null,
    scheme_name_en      text        not null,
    chapter             text        not null,
    item                text        not null,
    contact_name        text        not null,
    contact_email       text        not null,
    contact_phone       text        not null,
    year                integer     not null check (year between 2000 and 2100),
    municipality_id     uuid        not null,
    municipality_number text        not null check (municipality_number ~ '^[0-9]{4}$'),
    municipality_name   text        not null,
    amount              bigint      not null check (amount > 0),
    application_id      uuid unique,
    run_id              uuid        not null,
    report_opens_on     date        not null,
    report_due_on       date        not null,
    report_form         text        not null,
    report_size         text        not null check (report_size in ('full', 'simple')),
    auditor_threshold   bigint check (auditor_threshold >= 0),
    decided_by          text        not null check (decided_by <> ''),
    decided_at          timestamptz not null,
    decided_on          date        not null,
    accepted_at         timestamptz,
    accepted_on         date,
    accepted_by         text,
    accepted_for        text check (accepted_for ~ '^[0-9]{9}$'),
    account_number      text check (account_number ~ '^[0-9]{11}$'),
    constraint award_report_opens_before_due check (report_opens_on <= report_due_on),
    constraint award_acceptance_is_whole check (
        num_nulls(accepted_at, accepted_on, accepted_by, accepted_for, account_number) in (0, 5)),
    constraint award_accepted_with_an_account check (status <> 'accepted' or account_number is not null)
);
create index award_by_scheme on award (scheme_id, year, reference);
create index award_by_municipality on award (municipality_id, year);
create index award_by_run on award (run_id);

create table award_participant (
    award_id            uuid   not null references award,
    position            integer not null,
    municipality_id     uuid   not null,
    municipality_number text   not null check (municipality_number ~ '^[0-9]{4}$'),
    share               bigint not null check (share >= 0),
    primary key (award_id, municipality_id)
);

create table award_measure (
    award_id uuid    not null references award,
    position integer not null,
    code     text    not null,
    title    text    not null,
    amount   bigint  not null check (amount >= 0),
    primary key (award_id, position)
);

-- What was decided stays; a change of it is a new decision, with its own posting.
create function award_decision_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'An award is never removed' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.reference, new.scheme_id, new.year, new.municipality_id, new.amount, new.application_id, new.run_id,
            new.decided_by, new.decided_at, new.decided_on)
        is distinct from (old.id, old.reference, old.scheme_id, old.year, old.municipality_id, old.amount,
            old.application_id, old.run_id, old.decided_by, old.decided_at, old.decided_on) then
        raise exception 'What was decided of award % stays', old.reference using errcode = 'restrict_violation';
    end if;
    if new.version <> old.version + 1 then
        raise exception 'Award % has version %, so the next is not %', old.reference, old.version, new.version
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger award_decision_stays before update or delete on award
    for each row execute function award_decision_stays();

create function award_part_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What was decided of an award stays: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger award_participant_stays before update or delete on award_participant
    for each row execute function award_part_stays();
create trigger award_measure_stays before update or delete on award_measure
    for each row execute function award_part_stays();

-- At commit: the participants' shares are the award, and the ledger has it.
create function award_must_be_whole() returns trigger language plpgsql security definer set search_path from current as $$
declare
    of_award uuid := case tg_table_name when 'award' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'award_id')::uuid end;
    decided award;
    shares numeric;
    expected bigint;
begin
    select * into strict decided from award where id = of_award;
    select coalesce(sum(share), 0) into shares from award_participant where award_id = of_award;
    if shares <> decided.amount then
        raise exception 'The shares of award % sum to %, not to %', decided.reference, shares, decided.amount
            using errcode = 'check_violation', constraint = 'award_shares_sum_to_amount';
    end if;
    expected := case when decided.status in ('annulled', 'lapsed') then 0 else decided.amount end;
    if ledger_award_balance_of(of_award, 'awarded') <> expected then
        raise exception 'Award % is % kroner, but the ledger has %', decided.reference, expected,
            ledger_award_balance_of(of_award, 'awarded')
            using errcode = 'check_violation', constraint = 'award_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger award_is_whole after insert or update on award
    deferrable initially deferred for each row execute function award_must_be_whole();
create constraint trigger award_participants_are_whole after insert on award_participant
    deferrable initially deferred for each row execute function award_must_be_whole();

grant select, insert, update on award to ${app};
grant select, insert on award_participant, award_measure to ${app};
revoke delete, truncate on award from ${app};
revoke update, delete, truncate on award_participant, award_measure from ${app};
