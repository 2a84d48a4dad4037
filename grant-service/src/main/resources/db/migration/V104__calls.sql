-- Calls (utlysninger): announced by another person than the one who made it.
create table call (
    id                      uuid        primary key,
    scheme_id               uuid        not null references scheme (id),
    year                    integer     not null check (year between 1900 and 2199),
    title                   jsonb       not null,
    opens_on                date        not null,
    deadline                timestamptz not null,
    budget                  bigint      not null check (budget > 0),
    rule                    text        not null check (rule in ('RANKED', 'PROPORTIONAL', 'SCORE_WEIGHTED')),
    tie_rule                text        not null check (tie_rule in ('EARLIEST', 'LARGER', 'NONE')),
    smallest_useful_allowed boolean     not null,
    documents               jsonb       not null,
    status                  text        not null check (status in ('DRAFT', 'ANNOUNCED', 'CLOSED')),
    version                 integer     not null check (version >= 1),
    made_by                 text        not null,
    made_at                 timestamptz not null,
    announced_by            text        check (announced_by <> made_by),
    announced_at            timestamptz,
    check (opens_on < deadline at time zone 'Europe/Oslo'),
    check ((announced_by is null) = (announced_at is null)),
    check ((status = 'DRAFT') = (announced_by is null))
);
create index call_scheme_year on call (scheme_id, year);
