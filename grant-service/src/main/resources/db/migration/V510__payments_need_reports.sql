-- Whether a payment waits while an earlier report of the award's holder is overdue: it is of an instalment that asks for it.
alter table payment add column needs_reports boolean not null default false;
create index payment_of_award_in_order on payment (award_id, ordered_at, id);
drop index payment_by_award;
-- Reports that may stand in the way of paying: those that are not approved.
create index reported_outstanding on reported (due_on) where status in ('opened', 'submitted', 'returned');
