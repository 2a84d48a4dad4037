-- Participants of a joint application that were set free with their share: who, when, by whom and why.
alter table application add column releases jsonb not null default '[]' check (jsonb_typeof(releases) = 'array');
alter table application alter column releases drop default;

-- Only the host and who has a share is bound to a submitted application.
delete from application_claim c
using application a cross join lateral jsonb_array_elements(a.participants) share
where a.id = c.application_id and c.municipality_id <> a.host_id
  and (share ->> 'municipality')::uuid = c.municipality_id and (share ->> 'share')::bigint = 0;

-- A participant finds a joint award in its list as the recipient does.
create index award_participant_municipality on award_participant (municipality_id, award_id);
