-- Why applications were rejected: the reason that the adviser chose of the scheme's list, or that the money did not reach.
create table rejection (
    application_id uuid primary key references application,
    reason         text not null check (reason <> ''),
    words          text check (words <> ''),
    run_id         uuid not null,
    at             timestamptz not null
);
revoke update, delete, truncate on rejection from ${app};

-- What the adviser would reject it for, by the code of the rules that the call was announced under.
alter table assessment
    add column rejection_reason text check (rejection_reason <> ''),
    add constraint only_a_rejection_has_a_reason check (rejection_reason is null or recommendation = 'reject');
