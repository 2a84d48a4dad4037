-- Where the conversation about an application is: how much has been said, and who owes an answer since when.
create table conversation (
    application_id uuid        primary key references application (id) on delete cascade,
    messages       integer     not null default 0 check (messages between 0 and 1000),
    owed_by        text        check (owed_by in ('municipality', 'directorate')),
    owed_since     timestamptz,
    check ((owed_by is null) = (owed_since is null)),
    check (owed_by is null or messages > 0)
);
create index conversation_owed on conversation (owed_by, owed_since) where owed_by is not null;

-- What has been said. It is part of the history of the case: nobody changes it.
create table message (
    id              uuid        primary key,
    number          bigint      not null generated always as identity unique,
    application_id  uuid        not null references application (id) on delete cascade,
    side            text        not null check (side in ('municipality', 'directorate')),
    written_by      text        not null,
    text            text        not null check (length(text) between 1 and 8000),
    answer_expected boolean     not null,
    sent_at         timestamptz not null
);
create index message_of_application on message (application_id, number);
revoke update, delete, truncate on message from ${app};

-- The files that a message was sent with, each with one.
create table message_attachment (
    message_id    uuid    not null references message (id) on delete cascade,
    place         integer not null check (place between 0 and 9),
    attachment_id uuid    not null unique references attachment (id),
    primary key (message_id, place)
);
revoke update, delete, truncate on message_attachment from ${app};

-- A deleted draft takes the files of its conversation along too.
create function application_takes_its_conversation_along() returns trigger language plpgsql as $$
begin
    perform drop_attachments('conversation-municipality', old.id);
    perform drop_attachments('conversation-directorate', old.id);
    return null;
end $$;
create trigger application_deletes_its_conversation after delete on application
    for each row execute function application_takes_its_conversation_along();
