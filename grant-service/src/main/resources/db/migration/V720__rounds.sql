-- The rounds that a call is decided in, and what has been decided of it.
alter table call add column parts jsonb not null default '{"rounds": [], "decided": []}';
alter table call alter column parts drop default;

-- The round that decided an application.
alter table application add column round integer check (round >= 1),
    add constraint a_round_decides check (round is null or decided_at is not null);

-- The part of a call that a run divides. One run decides each.
alter table allocation_run
    add column call_id uuid references call,
    add column round   integer check (round >= 1),
    add constraint a_round_is_of_a_call check (round is null or call_id is not null);
create unique index one_run_decides_each_part on allocation_run (call_id, round) nulls not distinct
    where adopted_by is not null and call_id is not null;
