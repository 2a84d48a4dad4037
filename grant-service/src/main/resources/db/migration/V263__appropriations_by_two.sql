-- An appropriation and each of its revisions is proposed by one person and approved by another; the money is in the
-- ledger from the approval on. A proposal that nobody approves changes nothing, and another may be made beside it.
alter table appropriation
    add constraint appropriation_made unique (id, scheme_id, year, made_by),
    drop constraint appropriation_scheme_id_year_key;
alter table appropriation_revision add constraint appropriation_revision_made unique (id, made_by);

create table appropriation_approval (
    appropriation_id uuid        primary key,
    scheme_id        uuid        not null,
    year             integer     not null,
    made_by          text        not null,
    approved_by      text        not null check (approved_by <> ''),
    approved_at      timestamptz not null,
    unique (scheme_id, year),
    check (approved_by <> made_by),
    foreign key (appropriation_id, scheme_id, year, made_by) references appropriation (id, scheme_id, year, made_by)
);

create table appropriation_revision_approval (
    revision_id uuid        primary key,
    made_by     text        not null,
    approved_by text        not null check (approved_by <> ''),
    approved_at timestamptz not null,
    check (approved_by <> made_by),
    foreign key (revision_id, made_by) references appropriation_revision (id, made_by)
);

-- What was posted before there were two persons stands.
insert into appropriation_approval (appropriation_id, scheme_id, year, made_by, approved_by, approved_at)
select id, scheme_id, year, made_by, 'before two persons were asked for', made_at from appropriation;
insert into appropriation_revision_approval (revision_id, made_by, approved_by, approved_at)
select id, made_by, 'before two persons were asked for', made_at from appropriation_revision;

grant select, insert on appropriation_approval, appropriation_revision_approval to ${app};
revoke update, delete, truncate on appropriation_approval, appropriation_revision_approval from ${app};
