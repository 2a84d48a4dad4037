-- What a municipality's county was called then, which comparisons by county show.
alter table known_municipality_version add column county_name text check (county_name <> '');
