-- A split that undid a merger: whose land, all of it, each part got. The identities of those that had been merged, with a
-- blank between; empty where nothing is known of it.
alter table structure_change_party
    add column territory text not null default ''
        check (territory ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( |$))*$'),
    add constraint territory_of_a_part check (territory = '' or side = 'AFTER');
alter table structure_change_party alter column territory drop default;
comment on column structure_change_party.territory is 'municipalities that had been merged and whose land the part is';
