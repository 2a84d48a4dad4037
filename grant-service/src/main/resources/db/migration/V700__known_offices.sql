-- County governors' offices as they were heard of.
create table known_county_governor_office (
    id   uuid  primary key,
    body jsonb not null
);
