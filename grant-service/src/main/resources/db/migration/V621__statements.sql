-- Statements (uttalelser) of county governors: one for an application, given once and for good.
create table statement (
    application_id uuid        primary key references application (id),
    call_id        uuid        not null references call (id),
    advice         text        not null check (advice in ('approve', 'reject', 'none')),
    amount         bigint      check (amount > 0),
    text           text        not null check (text <> ''),
    given_by       text        not null check (given_by <> ''),
    given_at       timestamptz not null,
    due            timestamptz not null,
    constraint statement_amount_with_approval check (amount is null or advice = 'approve')
);
create index statement_call on statement (call_id);
revoke update, delete, truncate on statement from ${app};

-- Until when a statement on an application is on time: the end of the last of so many days in Norway after the deadline
-- of the call, or after the submission where that is later; null where the rules ask for none. A deadline at midnight is
-- the end of the day before.
create function statement_due(deadline timestamptz, submitted_at timestamptz, rules jsonb) returns timestamptz
language sql immutable parallel safe as $$
    select ((greatest(deadline, submitted_at) at time zone 'Europe/Oslo' - interval '1 microsecond')::date
        + (rules -> 'handling' ->> 'statementDays')::integer + 1)::timestamp at time zone 'Europe/Oslo'
$$;
