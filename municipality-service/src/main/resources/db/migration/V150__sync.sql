-- Attempts to find out what the official sources say that is not registered, and what they propose.
create table sync_proposal (
    id          uuid primary key,
    source      text        not null check (source ~ '^[a-z-]+$'),
    made_at     timestamptz not null,
    basis       text        not null,
    differences jsonb       not null check (jsonb_typeof(differences) = 'array'),
    status      text        not null check (status in ('OPEN', 'ADOPTED', 'SUPERSEDED')),
    decided_at  timestamptz check ((decided_at is null) = (status = 'OPEN'))
);
comment on column sync_proposal.basis is 'the state of what is registered that the source was compared with';
create unique index one_open_proposal_per_source on sync_proposal (source) where status = 'OPEN';
create index sync_proposal_made on sync_proposal (made_at desc, id desc);

create table sync_run (
    id          uuid primary key,
    source      text        not null check (source ~ '^[a-z-]+$'),
    started_at  timestamptz not null,
    finished_at timestamptz check ((finished_at is null) = (status = 'RUNNING')),
    status      text        not null check (status in ('RUNNING', 'PROPOSED', 'NOTHING_NEW', 'FAILED')),
    reason      text check ((reason is null) = (status <> 'FAILED')),
    arguments   jsonb       not null check (jsonb_typeof(arguments) = 'object'),
    notices     jsonb       not null check (jsonb_typeof(notices) = 'array'),
    proposal    uuid references sync_proposal check ((proposal is null) = (status <> 'PROPOSED'))
);
create unique index one_run_at_a_time_per_source on sync_run (source) where status = 'RUNNING';
create index sync_run_started on sync_run (started_at desc, id desc);

-- The last answer to each question that could be used, so that a source is asked only for what is newer.
create table sync_answer (
    question      text primary key,
    tag           text not null,
    last_modified text not null,
    body          text not null
);

-- What each municipality is called in its official languages, as adopted from the Mapping Authority.
create table official_names (
    municipality_id uuid primary key references municipality,
    names           jsonb   not null check (jsonb_typeof(names) = 'array'),
    sami_area       boolean not null,
    version         bigint  not null check (version > 0)
);
