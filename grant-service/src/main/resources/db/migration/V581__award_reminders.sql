-- That a municipality has been reminded of an award, once for each last day that it has had to answer it.
create table award_reminder (
    award_id  uuid not null references award,
    accept_by date not null,
    at        timestamptz not null,
    primary key (award_id, accept_by)
);
revoke update, delete, truncate on award_reminder from ${app};
