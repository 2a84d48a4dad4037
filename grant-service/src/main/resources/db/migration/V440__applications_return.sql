-- Joint applications ask their participants, applications are signed, and submitted ones are returned for completion.
alter table application
    add column consents     jsonb not null default '[]' check (jsonb_typeof(consents) = 'array'),
    add column signature    jsonb,
    add column completions  jsonb not null default '[]' check (jsonb_typeof(completions) = 'array'),
    add column complete_by  timestamptz,
    add column completed_at timestamptz;
alter table application
    alter column consents drop default,
    alter column completions drop default,
    drop constraint application_status_check,
    drop constraint application_asks_for_money,
    add constraint application_status_check
        check (status in ('draft', 'submitted', 'returned', 'withdrawn', 'approved', 'rejected')),
    -- What is being completed may be written anew in between.
    add constraint application_asks_for_money check (status in ('draft', 'returned') or asked > 0),
    add constraint application_returned_with_a_deadline check ((status = 'returned') = (complete_by is not null));
create index application_to_complete on application (complete_by) where complete_by is not null;

-- Whose consent was asked for, as rows that a municipality's list is found by.
create table application_consent (
    application_id  uuid not null references application (id),
    municipality_id uuid not null,
    primary key (application_id, municipality_id)
);
create index application_consent_municipality on application_consent (municipality_id, application_id);
grant select, insert, delete on application_consent to ${app};
