-- An announced call can be extended, corrected or called off, each with a reason that stays.
alter table call
    add column changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'),
    drop constraint call_status_check,
    add constraint call_status_check check (status in ('draft', 'announced', 'closed', 'cancelled')),
    add constraint call_cancelled_with_reason
        check ((status = 'cancelled') = (coalesce(changes -> -1 ->> 'kind', '') = 'cancelled'));
alter table call alter column changes drop default;
