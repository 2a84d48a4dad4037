-- What is decided is what two persons agree to: no more than the one has proposed.
alter table carry_over_request
    add constraint carry_over_decided_within_the_proposal check (granted_amount <= proposed_amount);
