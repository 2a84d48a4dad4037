-- The county governors' offices as they are told of, with the version that was told last.
create table county_governor_office (
    id      uuid primary key,
    version bigint not null check (version >= 1),
    content jsonb  not null
);
