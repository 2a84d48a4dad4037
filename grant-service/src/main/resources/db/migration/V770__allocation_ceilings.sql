-- A call may be divided within computed ceilings.
alter table call
    drop constraint call_rule_check,
    add constraint call_rule_check
        check (rule in ('ranked', 'proportional', 'score-weighted', 'within-ceiling'));
