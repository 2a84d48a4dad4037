-- Questions and answers about a call, for everybody; what was published stays.
create table call_answer (
    id           uuid        primary key,
    call_id      uuid        not null references call (id),
    question     text        not null check (question <> ''),
    answer       text        not null check (answer <> ''),
    published_by text        not null check (published_by <> ''),
    published_at timestamptz not null
);
create index call_answer_in_order on call_answer (call_id, published_at, id);
revoke update, delete, truncate on call_answer from ${app};
