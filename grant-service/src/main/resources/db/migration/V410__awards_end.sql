-- An award that waits for acceptance can be declined by the municipality, and lapses when nobody accepts it in time.
alter table award
    add column ended_cause  text check (ended_cause in ('declined', 'not-accepted')),
    add column ended_at     timestamptz,
    add column ended_on     date,
    add column ended_by     text check (ended_by <> ''),
    add column ended_reason text,
    add constraint award_ending_is_whole check (num_nulls(ended_cause, ended_at, ended_on, ended_by) in (0, 4)),
    add constraint award_ended_is_over check ((ended_cause is not null) = (status in ('annulled', 'lapsed'))),
    add constraint award_declined_with_reason check ((ended_cause = 'declined') = (ended_reason is not null)),
    add constraint award_lapses_after_its_period check (ended_cause <> 'not-accepted' or ended_on > accept_by),
    add constraint award_ends_before_acceptance check (ended_cause is null or accepted_at is null);

drop index award_to_accept;
create index award_to_accept on award (accept_by, id) where status = 'awarded';

-- Of an award only its standing changes: who holds it, what it promises, how far it has come. An acceptance and an
-- ending are written once, and what has been accepted or has ended never waits again.
create or replace function award_decision_stays() returns trigger language plpgsql as $$
declare
    standing constant text[] := array['version', 'status', 'takeovers', 'later_years', 'promised_until',
        'accepted_at', 'accepted_on', 'accepted_by', 'accepted_for', 'account_number',
        'ended_cause', 'ended_at', 'ended_on', 'ended_by', 'ended_reason'];
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
        or old.ended_at is not null
            and (new.ended_cause, new.ended_at, new.ended_on, new.ended_by, new.ended_reason)
                is distinct from (old.ended_cause, old.ended_at, old.ended_on, old.ended_by, old.ended_reason)
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
