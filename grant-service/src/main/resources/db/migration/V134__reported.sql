-- What has been heard of reports: how far each has come, what each approved one says of each award, and what it says
-- that does not fit the ledger.

create table reported (
    report_id           uuid primary key,
    version             bigint      not null,
    status              text        not null check (status in ('opened', 'submitted', 'returned', 'approved', 'corrected')),
    municipality_id     uuid        not null,
    municipality_number text        not null,
    year                integer     not null,
    due_on              date        not null,
    submitted_at        timestamptz,
    approved_at         timestamptz,
    heard_at            timestamptz not null
);
create index reported_by_municipality on reported (municipality_id, year);
create index reported_by_status on reported (status, submitted_at);

-- What the last approved report says of each award.
create table reported_award (
    award_id   uuid primary key,
    report_id  uuid   not null references reported,
    version    bigint not null,
    received   bigint not null,
    spent      bigint not null,
    unspent    bigint not null,
    own_share  bigint not null
);
create index reported_award_by_report on reported_award (report_id);

-- Figures that could not be posted as they stand. Never removed; settled when a later version fits.
create table reported_discrepancy (
    id         uuid primary key,
    award_id   uuid        not null,
    report_id  uuid        not null references reported,
    version    bigint      not null,
    reason     text        not null check (reason in
        ('unknown-award', 'negative', 'does-not-add-up', 'received-differs')),
    received   bigint      not null,
    spent      bigint      not null,
    unspent    bigint      not null,
    paid       bigint      not null,
    found_at   timestamptz not null,
    settled_at timestamptz
);
create unique index reported_discrepancy_once on reported_discrepancy (award_id, report_id, version, reason);
create index reported_discrepancy_open on reported_discrepancy (award_id) where settled_at is null;

create function reported_discrepancy_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (to_jsonb(new) - 'settled_at') = (to_jsonb(old) - 'settled_at') and old.settled_at is null then
        return new;
    end if;
    raise exception 'A discrepancy is kept as it was found' using errcode = 'restrict_violation';
end $$;
create trigger reported_discrepancy_stays before update or delete on reported_discrepancy
    for each row execute function reported_discrepancy_stays();

grant select, insert, update on reported, reported_award, reported_discrepancy to ${app};
revoke delete, truncate on reported, reported_award, reported_discrepancy from ${app};
