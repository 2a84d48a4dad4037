-- From the ledger to its cause: an entry moves exactly what the row that caused it says, and names its scheme, year and
-- award. The opposite direction (no award, payment or framework allocation without its entry) holds since V131 to V133;
-- here also for appropriations and their revisions.

alter table ledger_entry
    add constraint ledger_entry_of_a_scheme foreign key (scheme_id) references scheme deferrable initially deferred,
    add constraint ledger_entry_of_an_award foreign key (award_id) references award deferrable initially deferred;
alter table award
    add constraint award_of_a_scheme foreign key (scheme_id) references scheme deferrable initially deferred;
alter table payment_batch
    add constraint payment_batch_of_a_scheme foreign key (scheme_id) references scheme deferrable initially deferred;
alter table framework_allocation
    add constraint framework_allocation_of_a_scheme
        foreign key (scheme_id) references scheme deferrable initially deferred,
    add constraint framework_allocation_from_a_scheme
        foreign key (from_scheme_id) references scheme deferrable initially deferred;

-- The id in a source such as payment/<id>; null when the source is of another kind.
create function ledger_source_id(source text, kind text) returns uuid language sql immutable as $$
    select case when source ~ ('^' || kind || '/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        then right(source, 36)::uuid end
$$;

-- What the row that caused the entry says that it moves; null when there is no such row. A report's entry moves what
-- changed since the one before, so it is known by where it leaves the award: ledger_report_stands.
create function ledger_caused(entry ledger_entry) returns jsonb
    language plpgsql stable security definer set search_path from current as $$
declare
    moved bigint;
begin
    case entry.kind
        when 'appropriated' then
            select a.amount into moved from appropriation a
                where a.id = ledger_source_id(entry.source, 'appropriation') and entry.award_id is null
                    and (a.scheme_id, a.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('appropriated', -moved, 'available', moved);
        when 'revised' then
            select r.change into moved from appropriation_revision r join appropriation a on a.id = r.appropriation_id
                where r.id = ledger_source_id(entry.source, 'revision') and entry.award_id is null
                    and (a.scheme_id, a.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('appropriated', -moved, 'available', moved);
        when 'awarded' then
            select a.amount into moved from award a
                where a.id = ledger_source_id(entry.source, 'award')
                    and (a.id, a.scheme_id, a.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('available', -moved, 'awarded-unpaid', moved, 'awarded', moved,
                'awarded-contra', -moved);
        when 'annulled' then
            select a.amount into moved from award a
                where a.id = ledger_source_id(entry.source, 'annulment') and a.status in ('annulled', 'lapsed')
                    and (a.id, a.scheme_id, a.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('available', moved, 'awarded-unpaid', -moved, 'awarded', -moved,
                'awarded-contra', moved);
        when 'paid' then
            select p.amount into moved from payment p
                where p.id = ledger_source_id(entry.source, 'payment') and p.status = 'confirmed'
                    and (p.award_id, p.scheme_id, p.year) = (entry.award_id, entry.scheme_id, entry.year);
            return jsonb_build_object('awarded-unpaid', -moved, 'paid-unreported', moved);
        when 'framework-paid' then
            select f.amount into moved from framework_allocation f
                where f.id = ledger_source_id(entry.source, 'framework-allocation') and entry.award_id is null
                    and (f.scheme_id, f.year) = (entry.scheme_id, entry.year);
            return jsonb_build_object('available', -moved, 'framework-paid', moved);
        else
            return null;
    end case;
end $$;

-- Whether the entry is of a report that has been heard, and leaves the award's accounts as the report says.
create function ledger_report_stands(entry ledger_entry) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (
        select from reported_award r join award a on a.id = r.award_id
        where r.award_id = entry.award_id and (a.scheme_id, a.year) = (entry.scheme_id, entry.year)
            and entry.source ~ ('^report/' || r.report_id || '/[0-9]{1,18}/' || r.award_id || '$')
            and substring(entry.source from '^report/[^/]+/([0-9]{1,18})/')::bigint <= r.version
            and ledger_award_balance_of(r.award_id, 'spent') = r.spent
            and ledger_award_balance_of(r.award_id, 'unspent') = r.unspent
            and not exists (select from ledger_line l where l.entry_id = entry.id
                and l.account not in ('paid-unreported', 'spent', 'unspent')))
$$;

create function ledger_entry_must_have_its_cause() returns trigger
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
        caused := ledger_caused(new);
        if moved = caused then
            return null;
        end if;
    end if;
    raise exception 'Ledger entry % (%) is not what %, its cause, says', new.id, new.kind, new.source
        using errcode = 'check_violation', constraint = 'ledger_entry_has_its_cause', detail = coalesce(caused::text, '');
end $$;
create constraint trigger ledger_entry_has_its_cause after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_entry_must_have_its_cause();

-- At commit the ledger has what was appropriated.
create function appropriation_must_be_posted() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    expected bigint := case tg_table_name when 'appropriation' then (to_jsonb(new) ->> 'amount')::bigint
        else (to_jsonb(new) ->> 'change')::bigint end;
    cause text := case tg_table_name when 'appropriation' then 'appropriation/' else 'revision/' end || new.id;
    posted bigint;
begin
    select coalesce(sum(l.amount), 0) into posted from ledger_entry e join ledger_line l on l.entry_id = e.id
        where e.source = cause and l.account = 'available';
    if posted <> expected then
        raise exception '% is % kroner, but the ledger has %', cause, expected, posted
            using errcode = 'check_violation', constraint = 'appropriation_stands_in_the_ledger';
    end if;
    return null;
end $$;
create constraint trigger appropriation_is_posted after insert on appropriation
    deferrable initially deferred for each row execute function appropriation_must_be_posted();
create constraint trigger appropriation_revision_is_posted after insert on appropriation_revision
    deferrable initially deferred for each row execute function appropriation_must_be_posted();

-- Of an award only its standing changes: who holds it, what it promises, how far it has come. An acceptance is
-- written once, and what has been accepted never waits again.
create or replace function award_decision_stays() returns trigger language plpgsql as $$
declare
    standing constant text[] := array['version', 'status', 'takeovers', 'later_years', 'promised_until',
        'accepted_at', 'accepted_on', 'accepted_by', 'accepted_for', 'account_number'];
begin
    if tg_op <> 'UPDATE' then
        raise exception 'An award is never removed' using errcode = 'restrict_violation';
    end if;
    if to_jsonb(new) - standing <> to_jsonb(old) - standing then
        raise exception 'What was decided of award % stays', old.reference using errcode = 'restrict_violation';
    end if;
    if old.accepted_at is not null
        and (new.accepted_at, new.accepted_on, new.accepted_by, new.accepted_for, new.account_number)
            is distinct from (old.accepted_at, old.accepted_on, old.accepted_by, old.accepted_for, old.account_number)
        or old.status <> 'awarded' and new.status = 'awarded'
        or old.status in ('annulled', 'lapsed') and new.status <> old.status then
        raise exception 'Award % has been accepted or has ended, which stays', old.reference
            using errcode = 'restrict_violation', constraint = 'award_accepted_once';
    end if;
    if new.version <> old.version + 1 then
        raise exception 'Award % has version %, so the next is not %', old.reference, old.version, new.version
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
