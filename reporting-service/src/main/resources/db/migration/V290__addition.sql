-- What there is to report on beyond what was submitted: {"since": …, "obligations": [ids]}; null when there is nothing.
alter table report add addition jsonb;

drop index obligation_waiting;

create index obligation_waiting on obligation (opens_on)
    where status = 'waiting' and (framework_allocation_id is not null or received > 0);
