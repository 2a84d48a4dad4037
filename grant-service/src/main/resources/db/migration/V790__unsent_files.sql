-- Files of conversations that no message has been sent with: what is to be cleared away is looked for among these alone.
create table conversation_unsent (
    attachment_id  uuid        primary key references attachment,
    application_id uuid        not null,
    side           text        not null check (side in ('directorate', 'municipality')),
    added_at       timestamptz not null
);
create index conversation_unsent_since on conversation_unsent (added_at, attachment_id);

insert into conversation_unsent (attachment_id, application_id, side, added_at)
select a.id, a.holder_id, replace(a.holder_kind, 'conversation-', ''), a.added_at from attachment a
where a.holder_kind in ('conversation-directorate', 'conversation-municipality') and a.removed_at is null
    and not exists (select from message_attachment m where m.attachment_id = a.id);

grant select, insert, delete on conversation_unsent to ${app};
revoke update, truncate on conversation_unsent from ${app};
