-- Forecasts (varsler): calls that are expected, for everybody to read. A call that comes of one has its identity.
create table forecast (
    id                uuid        primary key,
    scheme_id         uuid        not null references scheme (id),
    year              integer     not null check (year between 1900 and 2199),
    title             jsonb       not null,
    opens_on          date        not null,
    deadline          timestamptz not null,
    budget            bigint      check (budget > 0),
    version           integer     not null check (version >= 1),
    made_by           text        not null check (made_by <> ''),
    made_at           timestamptz not null,
    changed_at        timestamptz not null,
    withdrawn_at      timestamptz,
    withdrawal_reason text        check (withdrawal_reason <> ''),
    constraint forecast_opens_before_deadline check (opens_on < deadline at time zone 'Europe/Oslo'),
    constraint forecast_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index forecast_in_order on forecast (year, id);
create index forecast_scheme on forecast (scheme_id);
revoke delete, truncate on forecast from ${app};

-- What anybody can know of calls: forecasts, and calls from their announcement on.
create view public_call as
select c.id, c.scheme_id, c.year, c.title, c.opens_on, c.deadline, c.budget,
    case c.status when 'announced' then 'announced' when 'closed' then 'decided' else 'cancelled' end as state,
    coalesce(f.made_at, c.announced_at) as published_at,
    greatest(c.announced_at, (c.changes -> -1 ->> 'at')::timestamptz,
        case when c.status = 'closed' then (select max(a.decided_at) from application a where a.call_id = c.id) end)
        as changed_at,
    c.version + coalesce(f.version, 0) as sequence,
    c.changes -> -1 ->> 'kind' as last_change, c.changes -> -1 ->> 'reason' as reason
from call c left join forecast f on f.id = c.id
where c.status <> 'draft'
union all
select f.id, f.scheme_id, f.year, f.title, f.opens_on, f.deadline, f.budget,
    case when f.withdrawn_at is null then 'forecast' else 'withdrawn' end, f.made_at, f.changed_at, f.version, null,
    f.withdrawal_reason
from forecast f
where not exists (select from call c where c.id = f.id and c.status <> 'draft');
grant select on public_call to ${app};
