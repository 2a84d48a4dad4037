-- What lists are narrowed to has its index, in their order: the plans are read at 100 000 awards.
create index payment_of_payee_in_order on payment (payee_id, award_reference, id);
create index carry_over_of_state_in_order on carry_over (state, opened_at, id);
create index carry_over_of_year_in_order on carry_over (from_year, opened_at, id);
create index reserve_offer_approved_in_order on reserve_offer (proposed_at, id) where award_id is not null;
create index reserve_offer_refused_in_order on reserve_offer (proposed_at, id)
    where decided_by is not null and award_id is null;
create index reserve_offer_of_office_in_order on reserve_offer (office_id, proposed_at, id) where office_id is not null;
