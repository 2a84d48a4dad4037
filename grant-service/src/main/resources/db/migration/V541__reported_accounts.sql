-- What reports say of awards so far, approved or not, and of the municipality's man-years: what next year's application can
-- begin with. What counts in the ledger is reported_award alone.
alter table reported add column man_years numeric;

create table reported_account (
    award_id  uuid   primary key,
    report_id uuid   not null references reported,
    received  bigint not null,
    spent     bigint not null,
    unspent   bigint not null,
    own_share bigint not null
);
create index reported_account_by_report on reported_account (report_id);
insert into reported_account (award_id, report_id, received, spent, unspent, own_share)
select award_id, report_id, received, spent, unspent, own_share from reported_award;

grant select, insert, update on reported_account to ${app};
revoke delete, truncate on reported_account from ${app};
