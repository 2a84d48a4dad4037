-- Frames: what the county governors' offices may award of a scheme's year (belastningsfullmakter). A frame is a part of
-- the ledger of its own: every entry that moves its money names its office, and no account of it goes below zero, so
-- that no award exceeds the frame, whoever decides at the same time.

-- What two persons have decided about frames: the first division, revisions, and what flows back.
create table frame_change (
    id             uuid        primary key,
    scheme_id      uuid        not null references scheme,
    year           integer     not null check (year between 2000 and 2100),
    kind           text        not null check (kind in ('division', 'revision', 'return', 'flow-back')),
    status         text        not null check (status in ('proposed', 'adopted', 'rejected')),
    reason         text        not null check (reason <> ''),
    run_id         uuid        references allocation_run,
    -- From which day what is unused flows back by itself.
    unused_back_on date,
    proposed_by    text        not null check (proposed_by <> ''),
    proposed_at    timestamptz not null,
    decided_by     text        check (decided_by <> ''),
    decided_at     timestamptz,
    constraint frame_change_is_decided check ((status = 'proposed') = (decided_by is null)
        and (decided_by is null) = (decided_at is null)),
    -- What flows back by itself does so on the day that two persons have decided.
    constraint frame_change_adopted_by_another_person check (
        status <> 'adopted' or kind = 'flow-back' or decided_by <> proposed_by)
);
create index frame_change_by_year on frame_change (scheme_id, year, proposed_at, id);
create index frame_change_waiting on frame_change (proposed_at, id) where status = 'proposed';

create table frame_change_line (
    change_id uuid   not null references frame_change,
    office_id uuid   not null,
    amount    bigint not null check (amount <> 0),
    primary key (change_id, office_id)
);

create function frame_change_stays() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'frame_change' and tg_op = 'UPDATE' then
        if old.status = 'proposed' and to_jsonb(new) - array['status', 'decided_by', 'decided_at']
                = to_jsonb(old) - array['status', 'decided_by', 'decided_at'] then
            return new;
        end if;
    end if;
    raise exception 'What was decided about frames stays: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;
-- What is proposed has its lines at once, and no more are added to what is decided.
create function frame_change_line_is_proposed() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if not exists (select from frame_change where id = new.change_id and status = 'proposed') then
        raise exception 'Frame change % is decided', new.change_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger frame_change_line_is_proposed before insert on frame_change_line
    for each row execute function frame_change_line_is_proposed();
create trigger frame_change_stays before update or delete on frame_change
    for each row execute function frame_change_stays();
create trigger frame_change_line_stays before update or delete on frame_change_line
    for each row execute function frame_change_stays();

-- The ledger: three accounts more, two of them a memorandum pair, and the office that an entry is of.
alter table ledger_entry
    add column office_id uuid,
    drop constraint ledger_entry_kind_check;
alter table ledger_entry
    add constraint ledger_entry_kind_check check (kind in ('appropriated', 'revised', 'authorised', 'frame-left',
        'frame-came', 'awarded', 'annulled', 'paid', 'returned', 'reported', 'framework-paid')),
    add constraint ledger_entry_of_an_office check (kind not in ('authorised', 'frame-left', 'frame-came')
        or office_id is not null and award_id is null);
create index ledger_entry_by_office on ledger_entry (scheme_id, year, office_id, posted_at) where office_id is not null;
alter table ledger_line
    drop constraint ledger_line_account_check,
    add constraint ledger_line_account_check check (account in (
        'appropriated', 'available', 'frame-unused', 'committed', 'awarded-unpaid', 'paid-unreported', 'spent', 'unspent',
        'claim', 'carried-over', 'repaid', 'lapsed', 'framework-paid', 'awarded', 'awarded-contra', 'authorised',
        'authorised-contra'));
alter table ledger_balance
    drop constraint ledger_no_overdraft,
    add constraint ledger_no_overdraft
        check (balance >= 0 or account in ('appropriated', 'awarded-contra', 'authorised-contra'));
alter table ledger_award_balance
    drop constraint ledger_no_award_overdraft,
    add constraint ledger_no_award_overdraft
        check (balance >= 0 or account in ('available', 'frame-unused', 'committed', 'awarded-contra'));

create table ledger_frame_balance (
    scheme_id uuid    not null,
    year      integer not null,
    office_id uuid    not null,
    account   text    not null,
    balance   bigint  not null,
    primary key (scheme_id, year, office_id, account),
    constraint ledger_no_frame_overdraft
        check (balance >= 0 or account in ('available', 'committed', 'awarded-contra', 'authorised-contra'))
);
create trigger ledger_frame_balance_follows_lines before insert or update or delete on ledger_frame_balance
    for each row execute function ledger_balance_follows_lines();
create trigger ledger_frame_balance_is_kept before truncate on ledger_frame_balance
    for each statement execute function ledger_is_append_only();

-- Whose frame an award is of now.
create table ledger_award_office (
    award_id  uuid    primary key,
    scheme_id uuid    not null,
    year      integer not null,
    office_id uuid    not null
);
create index ledger_award_office_by_office on ledger_award_office (scheme_id, year, office_id);

-- What concerns an award of a frame is of the office that has the frame now.
create function ledger_entry_is_of_its_office() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if new.kind = 'awarded' then
        if new.office_id is not null then
            insert into ledger_award_office values (new.award_id, new.scheme_id, new.year, new.office_id);
        end if;
    elsif new.award_id is not null then
        select office_id into new.office_id from ledger_award_office where award_id = new.award_id;
    elsif new.kind = 'frame-came' then
        update ledger_award_office set office_id = new.office_id
            where scheme_id = new.scheme_id and year = new.year and office_id = right(new.source, 36)::uuid;
    elsif new.kind not in ('authorised', 'frame-left') then
        new.office_id := null;
    end if;
    return new;
end $$;
create trigger ledger_entry_is_of_its_office before insert on ledger_entry
    for each row execute function ledger_entry_is_of_its_office();

create or replace function ledger_line_is_posted() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    entry ledger_entry;
begin
    select * into strict entry from ledger_entry where id = new.entry_id;
    if entry.award_id is null and entry.kind not in ('frame-left', 'frame-came') and new.account in ('awarded-unpaid',
            'paid-unreported', 'spent', 'unspent', 'claim', 'repaid', 'awarded', 'awarded-contra') then
        raise exception 'Ledger entry % posts on % without naming an award', entry.id, new.account
            using errcode = 'check_violation', constraint = 'ledger_award_named';
    end if;
    if entry.office_id is null and new.account in ('frame-unused', 'authorised', 'authorised-contra')
            or entry.office_id is not null and entry.award_id is not null and new.account = 'available' then
        raise exception 'Ledger entry % posts on %, which is not of its frame', entry.id, new.account
            using errcode = 'check_violation', constraint = 'ledger_frame_named';
    end if;
    -- The row first, then the amount: a conflict clause would test the bare amount against the constraint.
    insert into ledger_balance values (entry.scheme_id, entry.year, new.account, 0) on conflict do nothing;
    update ledger_balance set balance = balance + new.amount
        where scheme_id = entry.scheme_id and year = entry.year and account = new.account;
    if entry.office_id is not null then
        insert into ledger_frame_balance values (entry.scheme_id, entry.year, entry.office_id, new.account, 0)
            on conflict do nothing;
        update ledger_frame_balance set balance = balance + new.amount where scheme_id = entry.scheme_id
            and year = entry.year and office_id = entry.office_id and account = new.account;
    end if;
    if entry.award_id is not null then
        insert into ledger_award_balance values (entry.award_id, new.account, 0) on conflict do nothing;
        update ledger_award_balance set balance = balance + new.amount
            where award_id = entry.award_id and account = new.account;
    end if;
    return null;
end $$;

create or replace function ledger_entry_must_balance() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    entry_of_row uuid := case tg_table_name when 'ledger_entry' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'entry_id')::uuid end;
    expected integer;
    actual integer;
    total numeric;
    memorandum numeric;
    authority numeric;
begin
    select lines into strict expected from ledger_entry where id = entry_of_row;
    select count(*), coalesce(sum(amount), 0),
           coalesce(sum(amount) filter (where account in ('awarded', 'awarded-contra')), 0),
           coalesce(sum(amount) filter (where account in ('authorised', 'authorised-contra')), 0)
        into actual, total, memorandum, authority from ledger_line where entry_id = entry_of_row;
    if actual <> expected or total <> 0 or memorandum <> 0 or authority <> 0 then
        raise exception 'Ledger entry % does not balance: % of % lines, sum %, memorandum sums % and %',
            entry_of_row, actual, expected, total, memorandum, authority
            using errcode = 'check_violation', constraint = 'ledger_entry_balances';
    end if;
    return null;
end $$;

-- What the entry of an office moves by its cause: a line of an adopted change, or what an office that has ceased had.
create function ledger_frame_caused(entry ledger_entry) returns jsonb
    language plpgsql stable security definer set search_path from current as $$
declare
    moved bigint;
    other jsonb;
begin
    if entry.kind = 'authorised' then
        select l.amount into moved from frame_change c join frame_change_line l on l.change_id = c.id
            where entry.source = 'frame-change/' || c.id || '/' || l.office_id and c.status = 'adopted'
                and (c.scheme_id, c.year, l.office_id) = (entry.scheme_id, entry.year, entry.office_id);
        return jsonb_build_object('available', -moved, 'frame-unused', moved, 'authorised', moved,
            'authorised-contra', -moved);
    end if;
    -- The two entries of a succession are each other's opposite, and leave nothing behind.
    if entry.kind = 'frame-left' and exists (select from ledger_frame_balance where scheme_id = entry.scheme_id
            and year = entry.year and office_id = entry.office_id and balance <> 0) then
        return null;
    end if;
    select jsonb_object_agg(l.account, -l.amount) into other from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.kind in ('frame-left', 'frame-came') and e.kind <> entry.kind
            and e.source = case entry.kind when 'frame-left' then replace(entry.source, 'frame-left/', 'frame-came/')
                else replace(entry.source, 'frame-came/', 'frame-left/') end;
    return other;
end $$;

create or replace function ledger_entry_must_have_its_cause() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    moved jsonb;
    caused jsonb;
begin
    if new.kind = 'reported' then
        if ledger_report_stands(new) then
            return null;
        end if;
    else
        select jsonb_object_agg(account, amount) into moved from ledger_line where entry_id = new.id;
        if new.kind in ('authorised', 'frame-left', 'frame-came') then
            caused := ledger_frame_caused(new);
        else
            caused := ledger_caused(new);
            -- An award of a frame takes of the frame what another takes of what is available.
            if moved ? 'frame-unused' then
                moved := moved - 'frame-unused' || jsonb_build_object('available', moved -> 'frame-unused');
            end if;
        end if;
        if moved = caused then
            return null;
        end if;
    end if;
    raise exception 'Ledger entry % (%) is not what %, its cause, says', new.id, new.kind, new.source
        using errcode = 'check_violation', constraint = 'ledger_entry_has_its_cause', detail = coalesce(caused::text, '');
end $$;

-- At commit the ledger has what was adopted.
create function frame_change_must_be_posted() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if new.status = 'adopted' and (not exists (select from frame_change_line where change_id = new.id)
            or exists (select from frame_change_line l where l.change_id = new.id
                and not exists (select from ledger_entry e where e.source = 'frame-change/' || new.id || '/' || l.office_id))) then
        raise exception 'Frame change % is adopted, but the ledger does not have it', new.id
            using errcode = 'check_violation', constraint = 'frame_change_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger frame_change_is_posted after insert or update on frame_change
    deferrable initially deferred for each row execute function frame_change_must_be_posted();

revoke insert, update, delete, truncate on ledger_frame_balance, ledger_award_office from ${app};
grant select on ledger_frame_balance, ledger_award_office to ${app};
grant select, insert, update on frame_change to ${app};
revoke delete, truncate on frame_change from ${app};
grant select, insert on frame_change_line to ${app};
revoke update, delete, truncate on frame_change_line from ${app};
