-- What a set was converted from, so that it is withdrawn with it and says how it came to be.
alter table observation_set
    add column source_structure_date date,
    add column source_version int,
    add constraint converted_from_one_version
        check ((source_structure_date is null) = (source_version is null)),
    add constraint converted_from_another_structure check (source_structure_date <> structure_date),
    add constraint converted_from_a_version_that_is_kept
        foreign key (indicator, year, source_structure_date, source_version) references observation_set;
create index observation_set_source on observation_set (indicator, year, source_structure_date, source_version)
    where source_version is not null;

-- What has been converted until now was so from the year's own structure, a grouping's from the one structure that its
-- edition was given for: the version that was the newest when it was published.
with given as (
    select key.indicator, key.year, coalesce(edition.structure_date, make_date(key.year, 1, 1)) as structure_date
    from (select distinct indicator, year from observation_set) key
    left join (values ('kostra-group', 2008, date '2015-01-01'), ('kostra-group', 2013, date '2015-01-01'),
                      ('kostra-group', 2020, date '2024-01-01')) edition (indicator, year, structure_date)
        on edition.indicator = key.indicator and edition.year = key.year
)
update observation_set converted
set source_structure_date = given.structure_date,
    source_version = (
        select max(source.version) from observation_set source
        where source.indicator = converted.indicator and source.year = converted.year
          and source.structure_date = given.structure_date
          and coalesce(source.published_at, '-infinity') <= coalesce(converted.published_at, 'infinity'))
from given
where given.indicator = converted.indicator and given.year = converted.year
  and given.structure_date <> converted.structure_date
  and converted.origin in ('REFERENCE', 'CONVERTED')
  and exists (
    select 1 from observation_set source
    where source.indicator = converted.indicator and source.year = converted.year
      and source.structure_date = given.structure_date
      and coalesce(source.published_at, '-infinity') <= coalesce(converted.published_at, 'infinity'));

alter table observation_set drop constraint observation_set_origin_check;
alter table observation_set add constraint observation_set_origin_check
    check (origin in ('REFERENCE', 'UPLOADED', 'ADOPTED', 'CONVERTED'));

alter table sync_proposal add column decided_by text check (decided_by <> '');
comment on column sync_proposal.decided_by is
    'who adopted it; empty for one that a later run has replaced, and for what was adopted before this was recorded';
