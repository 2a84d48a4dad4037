-- Money offered to somebody on the reserve list of a call: proposed by one person, decided by another, for good.
create table reserve_offer (
    id             uuid        primary key,
    call_id        uuid        not null references call,
    scheme_id      uuid        not null references scheme,
    year           integer     not null,
    -- Whose frame it is of, where county governors decide.
    office_id      uuid,
    application_id uuid        not null references application,
    amount         bigint      not null check (amount > 0),
    -- Who stood before it and waited, and why each is passed over.
    passed_over    jsonb       not null,
    proposed_by    text        not null check (proposed_by <> ''),
    proposed_at    timestamptz not null,
    decided_by     text        check (decided_by <> ''),
    decided_at     timestamptz,
    award_id       uuid        references award,
    reason         text        check (reason <> ''),
    constraint reserve_offer_by_two check (decided_by <> proposed_by),
    constraint reserve_offer_decided_whole check (num_nulls(decided_by, decided_at) in (0, 2)
        and num_nonnulls(award_id, reason) = case when decided_by is null then 0 else 1 end)
);
-- One offer at a time.
create unique index reserve_offer_one on reserve_offer (application_id) where decided_by is null;
create index reserve_offer_in_order on reserve_offer (proposed_at, id);
create index reserve_offer_of_call_in_order on reserve_offer (call_id, proposed_at, id);
create index reserve_offer_to_decide on reserve_offer (scheme_id, year) where decided_by is null;

create function reserve_offer_stays() returns trigger language plpgsql as $$
begin
    if old.decided_by is not null
        or (to_jsonb(new) - array['decided_by', 'decided_at', 'award_id', 'reason'])
            <> (to_jsonb(old) - array['decided_by', 'decided_at', 'award_id', 'reason']) then
        raise exception 'Offer % stays', old.id using errcode = 'restrict_violation', constraint = 'reserve_offer_stays';
    end if;
    return new;
end $$;
create trigger reserve_offer_stays before update on reserve_offer
    for each row execute function reserve_offer_stays();
revoke delete, truncate on reserve_offer from ${app};
