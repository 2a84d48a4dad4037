-- Answers to POST requests with an Idempotency-Key: the first answer is given again for the same key and request.
create table idempotency_record (
  caller     text        not null,
  key        text        not null check (length(key) between 1 and 255),
  request    text        not null,
  status     integer     not null check (status between 200 and 299),
  location   text,
  etag       text,
  body       text,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_record_created_at on idempotency_record (created_at);

-- Who decided what and who was denied what: rows can only be added.
create table audit_entry (
  id             bigint generated always as identity primary key,
  at             timestamptz not null,
  recorded_at    timestamptz not null,
  kind           text        not null check (kind in ('decision', 'denied')),
  what           text        not null,
  subject        text        not null,
  actor          text        not null,
  supplier       text,
  correlation_id text,
  details        jsonb       not null
);
comment on column audit_entry.at is 'business time';
comment on column audit_entry.recorded_at is 'real time of the database';
create index audit_entry_subject on audit_entry (subject, id);

grant select, insert on audit_entry to ${app};
revoke update, delete, truncate on audit_entry from ${app};
