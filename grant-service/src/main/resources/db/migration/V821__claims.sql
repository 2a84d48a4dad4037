-- Claims (tilbakebetalingskrav): money of an award that is to be paid back, from the proposal to the last krone. A claim has
-- steps, each of which moves money; a step and its posting are never there alone.

create sequence claim_number;

create table claim (
    id              uuid        primary key,
    -- What its KID is made of.
    number          bigint      not null unique check (number >= 1),
    kid             text        not null unique check (kid ~ '^[0-9]{2,24}[0-9-]$'),
    award_id        uuid        not null references award,
    scheme_id       uuid        not null references scheme,
    -- The year that the money is of: the award's, or one that it was carried over into.
    year            integer     not null,
    recipient_id    uuid        not null,
    version         bigint      not null check (version >= 1),
    cause           text        not null check (cause in ('unspent', 'misspent', 'reduction')),
    state           text        not null check (state in
        ('draft', 'proposed', 'notified', 'claimed', 'overdue', 'settled', 'dropped')),
    -- What a report leaves, or what the person who raised it has found.
    found           bigint      not null check (found >= 0),
    grounds         text        not null check (grounds <> ''),
    raised_by       text        not null check (raised_by <> ''),
    opened_at       timestamptz not null,
    changed_at      timestamptz not null,
    proposed_amount bigint      check (proposed_amount >= 0),
    proposal_reason text        check (proposal_reason <> ''),
    proposed_by     text        check (proposed_by <> ''),
    proposed_at     timestamptz,
    decided_amount  bigint      check (decided_amount >= 0 and decided_amount <= proposed_amount),
    decision_reason text        check (decision_reason <> ''),
    -- What the municipality's comments are answered.
    decision_answer text        check (decision_answer <> ''),
    decided_by      text        check (decided_by <> ''),
    decided_at      timestamptz,
    due_on          date,
    reminded_at     timestamptz,
    -- What is owed: the sum of the steps that count.
    outstanding     bigint      not null check (outstanding >= 0),
    constraint claim_proposal_is_whole
        check (num_nulls(proposed_amount, proposal_reason, proposed_by, proposed_at) in (0, 4)),
    constraint claim_decision_is_whole
        check (num_nulls(decided_amount, decision_reason, decided_by, decided_at) in (0, 4)),
    constraint claim_decided_by_another_person check (decided_by is null or decided_by <> proposed_by),
    constraint claim_decided_when_proposed check (decided_by is null or proposed_by is not null),
    constraint claim_due_when_claimed check ((due_on is not null) = (coalesce(decided_amount, 0) > 0)),
    constraint claim_is_as_far_as_it_says check (case state
        when 'draft' then proposed_by is null
        when 'proposed' then proposed_by is not null and decided_by is null
        when 'notified' then proposed_amount > 0 and decided_by is null
        when 'dropped' then coalesce(decided_amount, 0) = 0
        else decided_amount > 0 end),
    constraint claim_settled_when_nothing_is_owed
        check ((state in ('claimed', 'overdue')) = (outstanding > 0)),
    constraint claim_reminded_when_overdue check (state <> 'overdue' or reminded_at is not null)
);
create index claim_by_time on claim (opened_at, id);
create index claim_by_recipient on claim (recipient_id, opened_at, id);
create index claim_by_award on claim (award_id, year);
create index claim_open on claim (changed_at, id) where state not in ('settled', 'dropped');
create index claim_due on claim (due_on, id) where state = 'claimed';
create unique index claim_one_at_a_time on claim (award_id, year, cause) where state in ('draft', 'proposed', 'notified');

-- Money that came to the account and is no payment's: placed on the claim whose KID it has, or put aside for a person.
create table bank_credit (
    id             uuid        primary key,
    -- The same line of the bank, in whatever file, has the same.
    line           text        not null unique check (line ~ '^[0-9a-f]{64}$'),
    reference      text        not null,
    -- In øre: somebody else may pay what is not whole.
    amount         bigint      not null check (amount > 0),
    booked_on      date        not null,
    bank_reference text        not null,
    payer          text        not null,
    read_by        text        not null check (read_by <> ''),
    read_at        timestamptz not null,
    -- Why nobody but a person can place it; null: it is placed.
    aside          text        check (aside in
        ('no-kid', 'unknown-kid', 'more-than-owed', 'nothing-owed', 'not-whole-kroner')),
    -- The claim whose KID it has.
    claim_id       uuid        references claim,
    -- What it is more than what was owed, in whole kroner.
    surplus        bigint      check (surplus > 0),
    closed_by      text        check (closed_by <> ''),
    closed_at      timestamptz,
    closing_reason text        check (closing_reason <> ''),
    constraint bank_credit_placed_on_a_claim check (aside is not null or claim_id is not null),
    constraint bank_credit_closing_is_whole check (num_nulls(closed_by, closed_at, closing_reason) in (0, 3)),
    constraint bank_credit_closed_when_aside check (closed_at is null or aside is not null),
    constraint bank_credit_surplus_is_said check ((surplus is not null) = coalesce(aside in
        ('more-than-owed', 'nothing-owed'), false))
);
create index bank_credit_by_time on bank_credit (read_at, id);
create index bank_credit_aside on bank_credit (read_at, id) where aside is not null and closed_at is null;

create table claim_step (
    id            uuid        primary key,
    claim_id      uuid        not null references claim,
    number        integer     not null check (number >= 1),
    kind          text        not null check (kind in
        ('claimed', 'lowered', 'repaid', 'settled', 'written-off')),
    -- What it does to what is owed.
    change        bigint      not null,
    reason        text        not null check (reason <> ''),
    on_day        date        not null,
    -- Whether it counts only when another person agrees.
    by_two        boolean     not null,
    made_by       text        not null check (made_by <> ''),
    made_at       timestamptz not null,
    granted       boolean,
    answered_by   text        check (answered_by <> ''),
    answered_at   timestamptz,
    answer_reason text        check (answer_reason <> ''),
    counts        boolean     not null generated always as (not by_two or coalesce(granted, false)) stored,
    credit_id     uuid        references bank_credit,
    -- The payment that it is settled against.
    payment_id    uuid        unique references payment,
    unique (claim_id, number),
    constraint claim_step_changes check (case kind when 'claimed' then change > 0 else change < 0 end),
    constraint claim_step_answer_is_whole check (num_nulls(granted, answered_by, answered_at) in (0, 3)),
    constraint claim_step_by_two_persons check (not coalesce(granted, false) or answered_by <> made_by),
    constraint claim_step_refused_with_reason check (granted is distinct from false or answer_reason is not null),
    constraint claim_step_of_whom check (case kind
        when 'claimed' then not by_two and credit_id is null
        when 'repaid' then by_two or credit_id is not null
        else by_two and credit_id is null end),
    constraint claim_step_settled_against_a_payment check ((payment_id is not null) = (kind = 'settled' and counts))
);
create index claim_step_of_credit on claim_step (credit_id) where credit_id is not null;
create index claim_step_waiting on claim_step (made_at, id) where by_two and granted is null;

create function claim_stays() returns trigger language plpgsql security definer set search_path from current as $$
declare
    was jsonb := to_jsonb(old);
    becomes jsonb := to_jsonb(new);
    changing text[] := case tg_table_name
        when 'claim' then array['version', 'state', 'found', 'changed_at', 'proposed_amount', 'proposal_reason',
            'proposed_by', 'proposed_at', 'decided_amount', 'decision_reason', 'decision_answer', 'decided_by', 'decided_at',
            'due_on', 'reminded_at', 'outstanding']
        when 'bank_credit' then array['closed_by', 'closed_at', 'closing_reason']
        else array['granted', 'answered_by', 'answered_at', 'answer_reason', 'counts', 'payment_id'] end;
    once text[] := case tg_table_name
        when 'claim' then array['decided_amount', 'decision_reason', 'decision_answer', 'decided_by', 'decided_at', 'due_on',
            'proposed_amount', 'proposal_reason', 'proposed_by', 'proposed_at', 'found']
        when 'bank_credit' then array['closed_by', 'closed_at', 'closing_reason']
        else array['granted', 'answered_by', 'answered_at', 'answer_reason'] end;
    done boolean := coalesce(was ->> case tg_table_name when 'claim' then 'decided_by'
        when 'bank_credit' then 'closed_by' else 'answered_by' end, '') <> '';
begin
    if tg_op = 'DELETE' or becomes - changing <> was - changing
        or done and exists (select from unnest(once) one where becomes -> one is distinct from was -> one) then
        raise exception 'A claim and what was decided of it stay: % on % is refused', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger claim_stays before update or delete on claim for each row execute function claim_stays();
create trigger claim_step_stays before update or delete on claim_step for each row execute function claim_stays();
create trigger bank_credit_stays before update or delete on bank_credit for each row execute function claim_stays();

create function claim_is_of_its_award() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from award a where a.id = new.award_id
            and (a.scheme_id, a.municipality_id) = (new.scheme_id, new.recipient_id)
            and (a.year = new.year or new.cause <> 'reduction' and exists (select from carry_over c
                where c.award_id = a.id and c.to_year = new.year))) then
        raise exception 'Claim % is not of award %', new.id, new.award_id
            using errcode = 'check_violation', constraint = 'claim_of_its_award';
    end if;
    return new;
end $$;
create trigger claim_is_of_its_award before insert on claim for each row execute function claim_is_of_its_award();

-- Nothing is claimed before the municipality has been heard; what is settled, it has been told of as well.
create function claim_is_decided_after_notice() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if old.decided_by is null and new.decided_amount > 0
            and not prior_notice_lets('recovery', new.id, new.decided_at) then
        raise exception 'The municipality has not been heard of claim %', new.id
            using errcode = 'check_violation', constraint = 'claim_decided_after_notice';
    end if;
    return new;
end $$;
create trigger claim_is_decided_after_notice before update on claim
    for each row execute function claim_is_decided_after_notice();
create function claim_step_is_told() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if new.kind = 'settled' and new.counts and not prior_notice_lets('settlement', new.claim_id, new.answered_at) then
        raise exception 'The municipality has not been told of settlement % of claim %', new.number, new.claim_id
            using errcode = 'check_violation', constraint = 'claim_settled_after_notice';
    end if;
    return null;
end $$;
create trigger claim_step_is_told after insert or update on claim_step
    for each row execute function claim_step_is_told();

-- At commit a claim owes the sum of the steps that count, each of which stands in the ledger, and claims no more than the
-- ledger has as claimed. What a reduction of the award claims stands there before the claim does.
create function claim_must_be_whole() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    of_claim uuid := case tg_table_name when 'claim' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'claim_id')::uuid end;
    whole claim;
    steps bigint;
    claimed bigint;
begin
    select * into strict whole from claim where id = of_claim;
    select coalesce(sum(change), 0), coalesce(sum(change) filter (where kind = 'claimed'), 0) into steps, claimed
        from claim_step where claim_id = of_claim and counts;
    if steps <> whole.outstanding or claimed <> coalesce(whole.decided_amount, 0) + coalesce((select -sum(change)
                from claim_step where claim_id = of_claim and kind = 'written-off' and made_at = whole.decided_at), 0)
        or exists (select from claim_step s where s.claim_id = of_claim and (select count(*) from ledger_entry e
            where e.source = 'claim-step/' || s.id)
                <> case when s.counts and not (s.kind = 'claimed' and whole.cause = 'reduction') then 1 else 0 end) then
        raise exception 'Claim % owes %, its steps %, and the ledger has to have each of them', of_claim,
            whole.outstanding, steps
            using errcode = 'check_violation', constraint = 'claim_stands_in_the_ledger';
    end if;
    if coalesce((select balance from ledger_award_balance
                where award_id = whole.award_id and year = whole.year and account = 'claim'), 0)
            < (select sum(outstanding) from claim where award_id = whole.award_id and year = whole.year) then
        raise exception 'The claims of award % are more than the ledger has claimed', whole.award_id
            using errcode = 'check_violation', constraint = 'claims_within_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger claim_is_whole after insert or update on claim
    deferrable initially deferred for each row execute function claim_must_be_whole();
create constraint trigger claim_step_is_whole after insert or update on claim_step
    deferrable initially deferred for each row execute function claim_must_be_whole();

-- No more is placed of a credit than came, and what is placed at once is all of it.
create function bank_credit_must_be_placed() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    of_credit uuid := case tg_table_name when 'bank_credit' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'credit_id')::uuid end;
    came bank_credit;
    placed bigint;
begin
    if of_credit is null then
        return null;
    end if;
    select * into strict came from bank_credit where id = of_credit;
    select coalesce(-sum(change), 0) into placed from claim_step
        where credit_id = of_credit and granted is distinct from false;
    if placed * 100 > came.amount or came.aside is null and placed * 100 <> came.amount then
        raise exception 'Of credit % % øre came, and % kroner are placed', of_credit, came.amount, placed
            using errcode = 'check_violation', constraint = 'bank_credit_is_placed';
    end if;
    return null;
end $$;
create constraint trigger bank_credit_is_placed after insert or update on bank_credit
    deferrable initially deferred for each row execute function bank_credit_must_be_placed();
create constraint trigger claim_step_places_its_credit after insert or update on claim_step
    deferrable initially deferred for each row execute function bank_credit_must_be_placed();

-- What a step moves: of the spent or the unspent to the claim, and from the claim to where it is met.
create function ledger_claim_moves(entry ledger_entry) returns jsonb
    language sql stable security definer set search_path from current as $$
    select case
        when entry.kind in ('claimed', 'claim-lowered') and c.cause = 'unspent' then jsonb_build_object(
            'unspent', -s.change, 'claim', s.change, 'claimed-unspent', s.change, 'claimed-contra', -s.change)
        when entry.kind in ('claimed', 'claim-lowered') and c.cause = 'misspent' then jsonb_build_object(
            'spent', -s.change, 'claim', s.change, 'claimed-spent', s.change, 'claimed-contra', -s.change)
        when entry.kind in ('repaid', 'settled') then jsonb_build_object('claim', s.change, 'repaid', -s.change)
        when entry.kind = 'written-off' then jsonb_build_object('claim', s.change, 'written-off', -s.change) end
    from claim_step s join claim c on c.id = s.claim_id
    where s.id = ledger_source_id(entry.source, 'claim-step') and s.counts
        and s.kind = case entry.kind when 'claim-lowered' then 'lowered' else entry.kind end
        and (c.award_id, c.scheme_id, c.year) = (entry.award_id, entry.scheme_id, entry.year)
$$;

-- What has been claimed back of what a carry-over could have kept.
alter table carry_over
    add column claimed bigint not null default 0 check (claimed >= 0);

-- One more thing in functions and lists that others add to as well.
do $$
declare
    change record;
    before text;
    after text;
begin
    for change in select * from (values
        ('ledger_caused(ledger_entry)', 'when ''framework-paid'' then',
            'when ''claimed'', ''claim-lowered'', ''repaid'', ''settled'', ''written-off'''
            || ' then return ledger_claim_moves(entry); when ''framework-paid'' then'),
        ('ledger_report_stands(ledger_entry)', 'ledger_award_balance_of(r.award_id, ''spent'') = r.spent',
            'ledger_award_balance_of(r.award_id, ''spent'') + ledger_award_balance_of(r.award_id, ''claimed-spent'')'
            || ' = r.spent'),
        ('ledger_reported_unspent(uuid)', 'ledger_award_balance_of(of_award, ''carried-over'')',
            'ledger_award_balance_of(of_award, ''carried-over'') + ledger_award_balance_of(of_award, ''claimed-unspent'')'),
        ('ledger_entry_must_balance()', 'or authority <> 0 then',
            'or authority <> 0 or (select coalesce(sum(amount), 0) from ledger_line where entry_id = entry_of_row'
            || ' and account in (''claimed-unspent'', ''claimed-spent'', ''claimed-contra'')) <> 0 then'),
        ('ledger_line_is_posted()', '''repaid'', ',
            '''repaid'', ''written-off'', ''claimed-unspent'', ''claimed-spent'', ''claimed-contra'', '),
        ('carry_over_stays()', '''carried'', ''free''', '''carried'', ''claimed'', ''free'''))
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
        ('ledger_entry', 'ledger_entry_kind_check', '''claimed''::text, ''claim-lowered''::text, ''repaid''::text, '
            || '''settled''::text, ''written-off''::text, '),
        ('ledger_line', 'ledger_line_account_check', '''written-off''::text, ''claimed-unspent''::text, '
            || '''claimed-spent''::text, ''claimed-contra''::text, '),
        ('ledger_balance', 'ledger_no_overdraft', '''claimed-contra''::text, '),
        ('ledger_frame_balance', 'ledger_no_frame_overdraft', '''claimed-contra''::text, '),
        ('ledger_award_balance', 'ledger_no_award_overdraft', '''claimed-contra''::text, '),
        ('reported_discrepancy', 'reported_discrepancy_reason_check', '''below-claimed''::text, '))
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

grant usage on sequence claim_number to ${app};
grant select, insert, update on claim, claim_step, bank_credit to ${app};
revoke delete, truncate on claim, claim_step, bank_credit from ${app};
