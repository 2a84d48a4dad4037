alter table indicator drop constraint indicator_kind_check;
update indicator set kind = 'REGION' where code = 'health-region';
alter table indicator add constraint indicator_kind_check
    check (kind in ('QUANTITY', 'RATIO', 'GROUPING', 'REGION'));

-- Where a version came from. What a person uploaded, and what was converted from that, is not replaced by the reference
-- data that comes with the service.
alter table observation_set
    add column origin       text not null default 'REFERENCE'
        check (origin in ('REFERENCE', 'UPLOADED', 'CONVERTED')),
    add column published_at timestamptz,
    add column published_by text not null default 'reference data' check (published_by <> '');
comment on column observation_set.published_at is 'empty for what was published before this was recorded';
alter table observation_set alter column origin drop default;
alter table observation_set alter column published_by drop default;
