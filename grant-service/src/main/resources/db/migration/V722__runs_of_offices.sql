-- The county governor's office that decides by a run. One run decides each part of a call.
alter table allocation_run add column office_id uuid;
drop index one_run_decides_each_part;
create unique index one_run_decides_each_part on allocation_run (call_id, round, office_id) nulls not distinct
    where adopted_by is not null and call_id is not null;
