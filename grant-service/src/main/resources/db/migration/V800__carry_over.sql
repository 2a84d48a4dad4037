-- Carry-over (overføring): what an approved report says is unspent of an award, and what of it is kept for the year after. A
-- case has steps, each of which moves money; a step and its two postings, one in each year, are never there alone.

create table carry_over (
    id             uuid        primary key,
    award_id       uuid        not null references award,
    scheme_id      uuid        not null references scheme,
    from_year      integer     not null,
    to_year        integer     not null check (to_year = from_year + 1),
    recipient_id   uuid        not null,
    version        bigint      not null check (version >= 1),
    state          text        not null check (state in ('open', 'applied', 'proposed', 'settled', 'exceeded')),
    -- What the last approved report says.
    unspent        bigint      not null check (unspent >= 0),
    -- The sum of the steps.
    carried        bigint      not null check (carried >= 0),
    -- What is kept without asking, at most, and whether more can be applied for: the scheme's rules.
    free           bigint      not null check (free >= 0),
    by_application boolean     not null,
    opened_at      timestamptz not null,
    changed_at     timestamptz not null,
    unique (award_id, from_year),
    constraint carry_over_exceeded_is_said check (state <> 'exceeded' or carried > unspent)
);
create index carry_over_by_time on carry_over (opened_at, id);
create index carry_over_by_recipient on carry_over (recipient_id, opened_at, id);
create index carry_over_by_year on carry_over (scheme_id, to_year);
create index carry_over_waiting on carry_over (changed_at, id) where state in ('applied', 'proposed', 'exceeded');

-- What a municipality has applied for, or what a person at the Directorate has found must be corrected.
create table carry_over_request (
    id              uuid        primary key,
    carry_over_id   uuid        not null references carry_over,
    number          integer     not null check (number >= 1),
    kind            text        not null check (kind in ('application', 'correction')),
    -- What is applied for; of a correction what is carried over before it.
    amount          bigint      not null check (amount > 0),
    -- What the report said when it was made.
    unspent         bigint      not null check (unspent >= 0),
    reasons         text        not null check (reasons <> ''),
    made_by         text        not null check (made_by <> ''),
    made_at         timestamptz not null,
    proposed_amount bigint      check (proposed_amount >= 0 and proposed_amount <= amount),
    proposal_reason text        check (proposal_reason <> ''),
    proposed_by     text        check (proposed_by <> ''),
    proposed_at     timestamptz,
    -- What is granted of an application; of a correction what remains carried over.
    granted_amount  bigint      check (granted_amount >= 0 and granted_amount <= amount),
    decision_reason text        check (decision_reason <> ''),
    decided_by      text        check (decided_by <> ''),
    decided_at      timestamptz,
    unique (carry_over_id, number),
    constraint carry_over_proposal_is_whole
        check (num_nulls(proposed_amount, proposal_reason, proposed_by, proposed_at) in (0, 4)),
    constraint carry_over_decision_is_whole
        check (num_nulls(granted_amount, decision_reason, decided_by, decided_at) in (0, 4)),
    constraint carry_over_decided_by_another_person check (decided_by is null or decided_by <> proposed_by),
    constraint carry_over_decided_when_proposed check (decided_by is null or proposed_by is not null)
);
create unique index carry_over_request_one_at_a_time on carry_over_request (carry_over_id) where decided_at is null;

create table carry_over_step (
    id            uuid        primary key,
    carry_over_id uuid        not null references carry_over,
    number        integer     not null check (number >= 1),
    cause         text        not null check (cause in ('rule', 'decision', 'correction')),
    change        bigint      not null,
    request_id    uuid        unique references carry_over_request,
    made_by       text        not null check (made_by <> ''),
    made_at       timestamptz not null,
    unique (carry_over_id, number),
    constraint carry_over_step_changes check (case cause when 'correction' then change < 0 else change > 0 end),
    constraint carry_over_step_has_its_decision check ((cause = 'rule') = (request_id is null))
);

-- The case is of its award and stays so; what was asked and decided stays; a step never changes.
create function carry_over_stays() returns trigger language plpgsql security definer set search_path from current as $$
declare
    changing text[] := case tg_table_name
        when 'carry_over' then array['version', 'state', 'unspent', 'carried', 'free', 'by_application', 'changed_at']
        when 'carry_over_request' then array['proposed_amount', 'proposal_reason', 'proposed_by', 'proposed_at',
            'granted_amount', 'decision_reason', 'decided_by', 'decided_at']
        else array[]::text[] end;
begin
    if tg_op = 'DELETE' or to_jsonb(new) - changing <> to_jsonb(old) - changing or tg_table_name = 'carry_over_step'
        or to_jsonb(old) ->> 'decided_by' is not null
        or to_jsonb(old) ->> 'proposed_by' is not null
            and to_jsonb(new) -> 'proposed_by' <> to_jsonb(old) -> 'proposed_by' then
        raise exception 'What is carried over stays: % on % is refused', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger carry_over_stays before update or delete on carry_over for each row execute function carry_over_stays();
create trigger carry_over_request_stays before update or delete on carry_over_request
    for each row execute function carry_over_stays();
create trigger carry_over_step_stays before update or delete on carry_over_step
    for each row execute function carry_over_stays();

create function carry_over_is_of_its_award() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from award a where a.id = new.award_id and (a.scheme_id, a.year, a.municipality_id)
            = (new.scheme_id, new.from_year, new.recipient_id)) then
        raise exception 'Carry-over % is not of award %', new.id, new.award_id
            using errcode = 'check_violation', constraint = 'carry_over_of_its_award';
    end if;
    return new;
end $$;
create trigger carry_over_is_of_its_award before insert on carry_over
    for each row execute function carry_over_is_of_its_award();

-- By rule no more than the rules say; by decision what was decided.
create function carry_over_step_is_allowed() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    before bigint;
    by_rule bigint;
    allowed bigint;
begin
    select coalesce(sum(change), 0), coalesce(sum(change) filter (where cause = 'rule'), 0) into before, by_rule
        from carry_over_step where carry_over_id = new.carry_over_id;
    case new.cause
        when 'rule' then
            select a.amount * coalesce((v.rules -> 'carryOver' ->> 'freePercent')::bigint, 0) / 100 - by_rule into allowed
                from carry_over c join award a on a.id = c.award_id
                join scheme_version v on v.scheme_id = a.scheme_id and v.number = a.scheme_version
                where c.id = new.carry_over_id;
            if new.change <= allowed then return new; end if;
        when 'decision' then
            select granted_amount into allowed from carry_over_request where id = new.request_id
                and kind = 'application' and carry_over_id = new.carry_over_id;
            if new.change = allowed then return new; end if;
        else
            select granted_amount - before into allowed from carry_over_request where id = new.request_id
                and kind = 'correction' and carry_over_id = new.carry_over_id;
            if new.change = allowed then return new; end if;
    end case;
    raise exception 'Step % of carry-over % is %, not the % that its cause allows', new.number, new.carry_over_id,
        new.change, allowed using errcode = 'check_violation', constraint = 'carry_over_step_is_allowed';
end $$;
create trigger carry_over_step_is_allowed before insert on carry_over_step
    for each row execute function carry_over_step_is_allowed();

-- At commit the case is the sum of its steps, each step stands in the ledger of both years, and what was granted is a step.
create function carry_over_must_be_whole() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    of_case uuid := case tg_table_name when 'carry_over' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'carry_over_id')::uuid end;
    whole carry_over;
    steps bigint;
begin
    select * into strict whole from carry_over where id = of_case;
    select coalesce(sum(change), 0) into steps from carry_over_step where carry_over_id = of_case;
    if steps <> whole.carried
        or exists (select from carry_over_step s where s.carry_over_id = of_case and (select count(*) from ledger_entry e
            where e.source in ('carried-over/' || s.id, 'carried-in/' || s.id)) <> 2) then
        raise exception 'Carry-over % is %, its steps %, and the ledger has to have each of them', of_case, whole.carried,
            steps using errcode = 'check_violation', constraint = 'carry_over_stands_in_the_ledger';
    end if;
    if exists (select from carry_over_request r where r.carry_over_id = of_case and r.decided_by is not null
            and not exists (select from carry_over_step s where s.request_id = r.id)
            and (r.kind = 'application' and r.granted_amount > 0
                or r.kind = 'correction' and r.granted_amount < r.amount)) then
        raise exception 'What was decided of carry-over % is no step of it', of_case
            using errcode = 'check_violation', constraint = 'carry_over_decision_is_a_step';
    end if;
    return null;
end $$;
create constraint trigger carry_over_is_whole after insert or update on carry_over
    deferrable initially deferred for each row execute function carry_over_must_be_whole();
create constraint trigger carry_over_request_is_whole after insert or update on carry_over_request
    deferrable initially deferred for each row execute function carry_over_must_be_whole();
create constraint trigger carry_over_step_is_whole after insert on carry_over_step
    deferrable initially deferred for each row execute function carry_over_must_be_whole();

-- The ledger: what a step moves in the old year, and what it brings into the new one, where it is paid already.
create function ledger_carry_over_moves(entry ledger_entry) returns jsonb
    language sql stable security definer set search_path from current as $$
    select case entry.kind when 'carried-over' then jsonb_build_object('unspent', -s.change, 'carried-over', s.change)
        else jsonb_build_object('carried-in', -s.change, 'carried-unreported', s.change) end
    from carry_over_step s join carry_over c on c.id = s.carry_over_id
    where s.id = ledger_source_id(entry.source, entry.kind)
        and (c.award_id, c.scheme_id, case entry.kind when 'carried-over' then c.from_year else c.to_year end)
            = (entry.award_id, entry.scheme_id, entry.year)
$$;

-- What the ledger has of an award as reported and not spent, whatever became of it since.
create function ledger_reported_unspent(of_award uuid) returns bigint
    language sql stable security definer set search_path from current as $$
    select ledger_award_balance_of(of_award, 'unspent') + ledger_award_balance_of(of_award, 'carried-over')
$$;

-- One more thing in functions and lists that others add to as well.
do $$
declare
    change record;
    before text;
    after text;
begin
    for change in select * from (values
        ('ledger_caused(ledger_entry)', 'when ''framework-paid'' then',
            'when ''carried-over'', ''carried-in'' then return ledger_carry_over_moves(entry); when ''framework-paid'' then'),
        ('ledger_report_stands(ledger_entry)', 'ledger_award_balance_of(r.award_id, ''unspent'') = r.unspent',
            'ledger_reported_unspent(r.award_id) = r.unspent'),
        -- What is carried into a year is of no frame of that year.
        ('ledger_entry_is_of_its_office()', 'elsif new.award_id is not null then',
            'elsif new.kind = ''carried-in'' then new.office_id := null; elsif new.award_id is not null then'),
        ('ledger_line_is_posted()', '''repaid'', ''awarded''',
            '''repaid'', ''carried-in'', ''carried-unreported'', ''awarded'''))
        as c (function, old, new)
    loop
        before := pg_get_functiondef(change.function::regprocedure);
        after := replace(before, change.old, change.new);
        if before = after then
            raise exception '% is not as expected', change.function;
        end if;
        execute after;
    end loop;
    for change in select * from (values
        ('ledger_entry', 'ledger_entry_kind_check', '''carried-over''::text, ''carried-in''::text, '),
        ('ledger_line', 'ledger_line_account_check', '''carried-in''::text, ''carried-unreported''::text, '),
        ('ledger_balance', 'ledger_no_overdraft', '''carried-in''::text, '),
        ('ledger_award_balance', 'ledger_no_award_overdraft', '''carried-in''::text, '))
        as c (of_table, name, words)
    loop
        select pg_get_constraintdef(oid) into strict before from pg_constraint
            where conrelid = change.of_table::regclass and conname = change.name;
        after := replace(before, 'ARRAY[', 'ARRAY[' || change.words);
        if before = after then
            raise exception '% is not as expected', change.name;
        end if;
        execute format('alter table %I drop constraint %I, add constraint %I %s', change.of_table, change.name,
            change.name, after);
    end loop;
end $$;

-- A report that says less than has been carried over is not posted until a person has decided what remains.
alter table reported_discrepancy drop constraint reported_discrepancy_reason_check,
    add constraint reported_discrepancy_reason_check check (reason in
        ('unknown-award', 'negative', 'does-not-add-up', 'received-differs', 'below-carried-over'));

grant select, insert, update on carry_over, carry_over_request to ${app};
grant select, insert on carry_over_step to ${app};
revoke delete, truncate on carry_over, carry_over_request from ${app};
revoke update, delete, truncate on carry_over_step from ${app};
