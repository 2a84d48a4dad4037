-- The period to accept an award counts from the day on which its letter was delivered: the last day may become a later one
-- while the award waits, and never an earlier one. What else was decided stays.
do $$
declare
    before constant text := pg_get_functiondef('award_decision_stays()'::regprocedure);
    after  constant text := replace(before, 'array[''version'',', 'array[''accept_by'', ''version'',');
begin
    if before = after then
        raise exception 'What of an award may change is not listed as expected';
    end if;
    execute after;
end $$;

create function award_period_only_grows() returns trigger language plpgsql as $$
begin
    if new.accept_by < old.accept_by or old.status <> 'awarded' then
        raise exception 'The last day to accept award % is not earlier than its letter says', old.reference
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger award_period_only_grows before update of accept_by on award for each row
    when (old.accept_by is distinct from new.accept_by) execute function award_period_only_grows();
