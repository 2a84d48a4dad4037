-- How the duty to report came from the municipality that was granted the money, which stays, to the one that bears it.
alter table obligation add column takeovers jsonb not null default '{"steps": []}'
    check (jsonb_typeof(takeovers -> 'steps') = 'array');
