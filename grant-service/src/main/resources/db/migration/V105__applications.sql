-- Applications (søknader). What is asked for is one document: it is read and written as a whole, and nothing in it is
-- money that has been given.
create sequence application_reference;

create table application (
    id             uuid        primary key,
    reference      text        not null unique
                               default 'A' || lpad(nextval('application_reference')::text, 7, '0'),
    call_id        uuid        not null references call (id),
    scheme_id      uuid        not null references scheme (id),
    year           integer     not null,
    host_id        uuid        not null,
    host_number    text        not null check (host_number ~ '^[0-9]{4}$'),
    status         text        not null check (status in ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'APPROVED', 'REJECTED')),
    version        integer     not null check (version >= 1),
    content        jsonb       not null,
    participants   jsonb       not null,
    asked          bigint,
    awarded        bigint,
    created_at     timestamptz not null,
    submitted_at   timestamptz,
    withdrawn_at   timestamptz,
    withdrawal_reason text,
    decided_at     timestamptz,
    decided_by     text,
    check ((status = 'DRAFT') = (submitted_at is null)),
    check (status = 'DRAFT' or asked > 0),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((status in ('APPROVED', 'REJECTED')) = (decided_at is not null)),
    check ((decided_at is null) = (awarded is null)),
    check (awarded between 0 and asked),
    check (status <> 'APPROVED' or awarded > 0),
    check (status <> 'REJECTED' or awarded = 0)
);
create index application_call on application (call_id, status);
create index application_host on application (host_id);

-- A municipality takes part in one submitted application of a call, as host or participant; a withdrawal sets it free.
create table application_claim (
    call_id         uuid not null references call (id),
    municipality_id uuid not null,
    application_id  uuid not null references application (id),
    primary key (call_id, municipality_id)
);
create index application_claim_application on application_claim (application_id);
create index application_claim_municipality on application_claim (municipality_id);

-- Submissions that were answered with a problem: part of a call's figures, though they changed nothing else.
create table refused_submission (
    id             bigint      generated always as identity primary key,
    call_id        uuid        not null references call (id),
    application_id uuid        not null references application (id),
    host_id        uuid        not null,
    refused_at     timestamptz not null,
    codes          jsonb       not null check (jsonb_array_length(codes) > 0)
);
create index refused_submission_call on refused_submission (call_id);
