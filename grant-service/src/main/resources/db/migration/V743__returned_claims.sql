-- Money that comes back from the bank can have been claimed by then: the claim is settled by it, and the money is available
-- again instead of the award's. What of the payment was so stays with it.

alter table payment add column failed_claim_settled bigint,
    add constraint payment_settles_a_claim check (failed_claim_settled is null or
        failed_claim_settled > 0 and failed_claim_settled <= amount and status = 'returned');
create index payment_settling on payment (award_id) where failed_claim_settled is not null;

-- What the return of a payment moves; null when there is no such payment.
create function ledger_return_moves(entry ledger_entry) returns jsonb
    language sql stable security definer set search_path from current as $$
    select jsonb_object_agg(moves.account, moves.amount)
    from payment p cross join lateral (select coalesce(p.failed_claim_settled, 0) as settled) claim
    cross join lateral (values
        ('available', claim.settled),
        ('awarded-unpaid', p.amount - claim.settled),
        ('paid-unreported', claim.settled - p.amount),
        ('claim', -claim.settled)) as moves (account, amount)
    where p.id = ledger_source_id(entry.source, 'return') and p.status = 'returned' and moves.amount <> 0
        and (p.award_id, p.scheme_id, p.year) = (entry.award_id, entry.scheme_id, entry.year)
$$;

-- One more thing in functions that others add to as well.
do $$
declare
    change record;
    before text;
    after text;
begin
    for change in select * from (values
        ('payment_goes_forward()', '''failed_text'',', '''failed_text'', ''failed_claim_settled'','),
        ('payment_must_be_posted()', 'then -at_commit.amount else',
            'then coalesce(at_commit.failed_claim_settled, 0) - at_commit.amount else'),
        ('payment_must_fit_award()', 'if others + new.amount -',
            'if others + (select coalesce(sum(failed_claim_settled), 0) from payment where award_id = new.award_id)'
            || ' + new.amount -'),
        ('ledger_caused(ledger_entry)',
            'return jsonb_build_object(''awarded-unpaid'', moved, ''paid-unreported'', -moved);',
            'return ledger_return_moves(entry);'))
        as c (function, old, new)
    loop
        before := pg_get_functiondef(change.function::regprocedure);
        after := replace(before, change.old, change.new);
        if before = after then
            raise exception '% is not as expected', change.function;
        end if;
        execute after;
    end loop;
end $$;
