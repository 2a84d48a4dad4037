-- What is returned for completion stays in the queue, also while it does not say what it asks for.
drop index application_queue;
drop index application_queue_of_call;
create index application_queue on application
    (((submitted_at at time zone 'Europe/Oslo')::date), (-coalesce(asked, 0)), reference)
    where status in ('submitted', 'returned');
create index application_queue_of_call on application
    (call_id, ((submitted_at at time zone 'Europe/Oslo')::date), (-coalesce(asked, 0)), reference)
    where status in ('submitted', 'returned');
