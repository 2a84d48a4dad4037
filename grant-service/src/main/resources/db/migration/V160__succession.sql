-- Successors: after a structure change another municipality has the rights and duties of what was granted or applied for.

alter table known_successor add column duty_bearer boolean not null default false;
-- What was heard before the duty-bearer was read: the largest part, as it was taken for then.
update known_successor s set duty_bearer = true
    where not exists (select 1 from known_successor o
        where o.municipality_id = s.municipality_id and o.on_date = s.on_date
            and (o.share, o.successor_id) > (s.share, s.successor_id));
alter table known_successor alter column duty_bearer drop default;

-- How an award came from its recipient, which stays, to the municipality that holds it; likewise an application's host.
alter table award add column takeovers jsonb not null default '[]' check (jsonb_typeof(takeovers) = 'array');
alter table application add column takeovers jsonb not null default '[]' check (jsonb_typeof(takeovers) = 'array');

-- Who is paid: the award's recipient, or the one that has taken over the award while nothing had been paid.
alter table payment add column payee_id uuid;
alter table payment disable trigger payment_goes_forward;
update payment set payee_id = municipality_id;
alter table payment enable trigger payment_goes_forward;
alter table payment alter column payee_id set not null;

create or replace function payment_goes_forward() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A payment is never removed' using errcode = 'restrict_violation';
    end if;
    if old.status <> 'confirmed' and new.payee_id <> old.payee_id
            and to_jsonb(new) - 'payee_id' = to_jsonb(old) - 'payee_id' then
        return new;
    end if;
    if (new.id, new.batch_id, new.award_id, new.award_reference, new.scheme_id, new.year, new.municipality_id,
            new.payee_id, new.amount, new.due_on, new.account_number, new.ordered_by, new.ordered_at)
        is distinct from (old.id, old.batch_id, old.award_id, old.award_reference, old.scheme_id, old.year,
            old.municipality_id, old.payee_id, old.amount, old.due_on, old.account_number, old.ordered_by, old.ordered_at)
        or (old.approved_by is not null and (new.approved_by, new.approved_at)
            is distinct from (old.approved_by, old.approved_at))
        or (old.status, new.status) not in (('ordered', 'approved'), ('approved', 'confirmed'))
        or new.version <> old.version + 1 then
        raise exception 'Payment % goes from ordered to approved to confirmed and stays as it was ordered', old.id
            using errcode = 'restrict_violation', constraint = 'payment_goes_forward';
    end if;
    return new;
end $$;

create function payment_goes_to_its_recipient() returns trigger language plpgsql as $$
begin
    new.payee_id := coalesce(new.payee_id, new.municipality_id);
    return new;
end $$;
create trigger payment_goes_to_its_recipient before insert on payment
    for each row execute function payment_goes_to_its_recipient();
