-- Who shares in an application, as rows: a participant finds it in its list as the host does.
create table application_participant (
    application_id  uuid not null references application (id) on delete cascade,
    municipality_id uuid not null,
    primary key (application_id, municipality_id)
);
create index application_participant_municipality on application_participant (municipality_id, application_id);

insert into application_participant (application_id, municipality_id)
select distinct a.id, (share ->> 'municipality')::uuid
from application a cross join lateral jsonb_array_elements(a.participants) share;
grant select, insert, delete on application_participant to ${app};
