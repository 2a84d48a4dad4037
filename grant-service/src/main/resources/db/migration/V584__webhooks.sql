-- Addresses that municipalities want their notices sent to.
create table webhook (
    id              uuid primary key,
    municipality_id uuid not null,
    url             text not null check (url like 'https://%'),
    secret          bytea not null check (octet_length(secret) >= 24),
    made_at         timestamptz not null,
    sent_up_to      bigint not null check (sent_up_to >= 0),
    attempts        integer not null default 0 check (attempts >= 0),
    failing_since   timestamptz,
    last_failure    text,
    next_try        timestamptz not null,
    reserved_until  timestamptz,
    disabled_at     timestamptz,
    -- Its secret is forgotten then.
    removed_at      timestamptz
);
create unique index webhook_once on webhook (municipality_id, url) where disabled_at is null and removed_at is null;
create index webhook_of on webhook (municipality_id, made_at, id);
create index webhook_due on webhook (next_try, id) where disabled_at is null and removed_at is null;
