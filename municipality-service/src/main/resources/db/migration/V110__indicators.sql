create table indicator (
    code       text primary key check (code ~ '^[a-z0-9-]+$'),
    kind       text  not null check (kind in ('QUANTITY', 'GROUPING')),
    name_nb    text  not null,
    name_nn    text  not null,
    name_en    text  not null,
    unit       text  not null,
    source     text  not null,
    licence    text  not null,
    categories jsonb not null check (jsonb_typeof(categories) = 'array')
);

-- All values of an indicator for a year in a structure. A revision is a new row: what an allocation used is never
-- overwritten.
create table observation_set (
    indicator      text  not null references indicator,
    year           int   not null check (year between 1900 and 2200),
    structure_date date  not null,
    version        int   not null check (version > 0),
    observations   jsonb not null check (jsonb_typeof(observations) = 'array'),
    joint          jsonb not null check (jsonb_typeof(joint) = 'array'),
    primary key (indicator, year, structure_date, version)
);
revoke update, delete, truncate on observation_set from ${app};
