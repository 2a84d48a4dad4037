-- Says whether what is known of the municipalities is still what somebody has read: a new value with every change.
create table known_municipality_edition (
    id      integer primary key check (id = 1),
    edition uuid not null
);
insert into known_municipality_edition (id, edition) values (1, gen_random_uuid());
