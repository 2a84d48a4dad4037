-- Assessments (saksbehandling) of submitted applications: one for each.
create table assessment (
    id              uuid         primary key,
    application_id  uuid         not null unique references application (id),
    call_id         uuid         not null references call (id),
    assessed_amount bigint       not null check (assessed_amount >= 0),
    score           numeric(5,2) check (score between 0 and 100),
    rank            integer      check (rank >= 1),
    recommendation  text         not null check (recommendation in ('APPROVE', 'REJECT')),
    reasons         text         not null check (reasons <> ''),
    version         integer      not null check (version >= 1),
    assessed_by     text         not null,
    assessed_at     timestamptz  not null,
    check ((recommendation = 'APPROVE') = (assessed_amount > 0))
);
create index assessment_call on assessment (call_id);
