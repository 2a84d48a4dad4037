-- Every list is read a page at a time in the order of its key: an index for each way in which it can be narrowed.
create index award_of_year_in_order on award (year, reference);
create index award_of_status_in_order on award (status, reference);
create index award_of_recipient_in_order on award (municipality_id, reference);
create index award_of_number_in_order on award (municipality_number, reference);
create index award_waiting on award (decided_at, id) where status = 'awarded';
create index award_holder on award ((coalesce(takeovers -> -1 ->> 'to', municipality_id::text)), reference);

create index payment_in_order on payment (award_reference, id);
create index payment_of_year_in_order on payment (year, award_reference, id);
create index payment_of_scheme_in_order on payment (scheme_id, year, award_reference, id);
create index payment_of_status_in_order on payment (status, award_reference, id);
create index payment_of_batch_in_order on payment (batch_id, award_reference, id) where batch_id is not null;
create index payment_not_confirmed on payment (ordered_at, id) where status <> 'confirmed';

create index ledger_entry_of_year_in_order on ledger_entry (year, number);
create index allocation_run_of_year_newest on allocation_run (year, made_at desc, id desc);

create index application_of_status_in_order on application (status, reference);
create index application_of_call_in_order on application (call_id, reference);
create index application_of_host_in_order on application (host_id, reference);
create index application_of_year_in_order on application (year, reference);
create index assessment_of_call_in_order on assessment (call_id, id);
create index call_in_order on call (year, id);
create index framework_allocation_in_order on framework_allocation (year, municipality_number, id);
create index reported_discrepancy_in_order on reported_discrepancy (found_at, id) where settled_at is null;

-- What waits for somebody is little, however much there has been.
create index application_to_assess on application (call_id, submitted_at) where status = 'SUBMITTED';
create index ledger_award_unpaid on ledger_award_balance (award_id) where account = 'awarded-unpaid' and balance > 0;
create index call_to_announce on call (made_at) where status = 'DRAFT';
create index ledger_award_outstanding on ledger_award_balance (award_id)
    where account in ('awarded-unpaid', 'paid-unreported') and balance > 0;
create index allocation_run_adopted on allocation_run (scheme_id, year) where adopted_by is not null;
