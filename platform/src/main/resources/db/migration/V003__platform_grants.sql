-- What the application's role may do. Tables that come later get the same by default; what is kept for good takes it
-- back in the migration that makes it.
grant usage on schema "${flyway:defaultSchema}" to ${app};
grant select, insert, update, delete on outbox, inbox, inbox_subject, dead_letter, event_count, idempotency_record
    to ${app};
alter default privileges in schema "${flyway:defaultSchema}" grant select, insert, update, delete on tables to ${app};
alter default privileges in schema "${flyway:defaultSchema}" grant usage, select on sequences to ${app};

-- The application checks that its schema is current, and cannot say so itself.
revoke all on "${flyway:table}" from ${app};
grant select on "${flyway:table}" to ${app};
