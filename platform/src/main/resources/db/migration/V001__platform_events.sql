-- What this service has decided to tell the world and has not yet had acknowledged by the broker.
-- One relay per database publishes in id order and deletes a row once the broker has it (ADR 0002).
create table outbox (
    id             bigint generated always as identity primary key,
    event_id       uuid        not null unique,
    topic          text        not null check (topic <> ''),
    key            text        not null check (key <> ''),
    type           text        not null check (type <> ''),
    subject        text        not null check (subject <> ''),
    version        bigint      not null check (version >= 0),
    occurred_at    timestamptz not null,
    traceparent    text,
    correlation_id text,
    data           text        not null,
    -- Machine time, never the business clock: the age of the oldest row is an operator's measure.
    appended_at    timestamptz not null default clock_timestamp()
) with (
    -- Rows live for milliseconds: without this the dead ones would slow down every poll of the relay.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_cost_delay = 0, vacuum_truncate = off
);

-- Every event that this service has taken a position on, so that a second delivery has no second effect.
create table inbox (
    topic       text        not null,
    event_id    text        not null,
    subject     text        not null,
    version     bigint      not null,
    outcome     text        not null check (outcome in ('applied', 'outdated')),
    received_at timestamptz not null default clock_timestamp(),
    primary key (topic, event_id)
);

-- The newest version of each subject whose event has been applied here; older ones that come later are ignored.
create table inbox_subject (
    topic   text   not null,
    subject text   not null,
    version bigint not null check (version >= 0),
    primary key (topic, subject)
);

-- Events that could not be used, one row per record of a topic; the record itself is on the dead letter topic.
create table dead_letter (
    topic           text        not null,
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    event_id        text,
    reason          text        not null,
    set_aside_at    timestamptz not null default clock_timestamp(),
    primary key (topic, kafka_partition, kafka_offset)
);

-- Counts that survive a restart, raised in the transactions that they count.
create table event_count (
    kind  text   not null check (kind in ('published', 'consumed', 'duplicate', 'outdated')),
    topic text   not null,
    count bigint not null check (count >= 0),
    primary key (kind, topic)
);
