-- The log of outages of ours, and dispensations from a deadline: proposed by one person, decided by another, for good.
create table outage (
    id            uuid        primary key,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    what          text        not null check (what <> ''),
    proposed      integer     not null check (proposed >= 0),
    registered_by text        not null check (registered_by <> ''),
    registered_at timestamptz not null,
    constraint outage_over_when_registered check (from_at < to_at and to_at <= registered_at)
);
create index outage_newest on outage (from_at, id);
revoke update, delete, truncate on outage from ${app};

create table dispensation (
    id              uuid        primary key,
    call_id         uuid        not null references call (id),
    scheme_id       uuid        not null references scheme (id),
    municipality_id uuid        not null,
    until           timestamptz not null,
    reason          text        not null check (reason <> ''),
    outage_id       uuid        references outage (id),
    proposed_by     text        not null check (proposed_by <> ''),
    proposed_at     timestamptz not null,
    granted         boolean,
    decided_by      text        check (decided_by <> ''),
    decided_at      timestamptz,
    decision_reason text        check (decision_reason <> ''),
    constraint dispensation_by_two check (decided_by <> proposed_by),
    constraint dispensation_decided_whole
        check (num_nulls(granted, decided_by, decided_at, decision_reason) in (0, 4)),
    constraint dispensation_after_proposal check (until > proposed_at)
);
-- A municipality has one of a call at most, unless it was refused.
create unique index dispensation_one on dispensation (call_id, municipality_id) where granted is distinct from false;
create index dispensation_in_order on dispensation (proposed_at, id);
create index dispensation_of_call_in_order on dispensation (call_id, proposed_at, id);
create index dispensation_of_municipality_in_order on dispensation (municipality_id, proposed_at, id);
create index dispensation_outage on dispensation (outage_id) where outage_id is not null;
create index dispensation_to_decide on dispensation (proposed_at) where granted is null;

create function dispensation_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.granted is not null
        or (new.id, new.call_id, new.scheme_id, new.municipality_id, new.until, new.reason, new.proposed_by,
            new.proposed_at) is distinct from (old.id, old.call_id, old.scheme_id, old.municipality_id, old.until,
            old.reason, old.proposed_by, old.proposed_at) then
        raise exception 'Dispensation % stays', old.id
            using errcode = 'restrict_violation', constraint = 'dispensation_stays';
    end if;
    return new;
end $$;
create trigger dispensation_stays before update or delete on dispensation
    for each row execute function dispensation_stays();
create index application_draft_of_call on application (call_id) where status = 'draft';
