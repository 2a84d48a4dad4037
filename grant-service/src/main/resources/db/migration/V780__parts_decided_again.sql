-- Applications come to an office, with a reform, after it has decided its part of the call, and it decides again: one run
-- for each time. What the Directorate decides it decides once.
alter table allocation_run add column again integer not null default 0 check (again >= 0),
    add constraint an_office_decides_again check (again = 0 or office_id is not null);
drop index one_run_decides_each_part;
create unique index one_run_decides_each_part on allocation_run (call_id, round, office_id, again) nulls not distinct
    where adopted_by is not null and call_id is not null;
create or replace function allocation_run_is_kept() returns trigger language plpgsql set search_path from current as $$
begin
    if old.adopted_by is not null
       or (to_jsonb(new) - array['adopted_by', 'adopted_at', 'again'])
           <> (to_jsonb(old) - array['adopted_by', 'adopted_at', 'again']) then
        raise exception 'Allocation run % cannot be changed', old.id
            using errcode = 'check_violation', constraint = 'allocation_run_kept';
    end if;
    return new;
end;
$$;
