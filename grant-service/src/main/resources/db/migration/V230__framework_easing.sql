-- What eased the step to the framework grant, to the oere: rounding has a figure of its own and is hidden in no other.

alter table framework_allocation
    add column compensation_ore bigint,
    add column deduction_ore    bigint,
    add column phase_in_ore     bigint,
    add column rounding_ore     bigint;

-- Rows from before know their whole kroner only.
alter table framework_allocation disable trigger framework_allocation_stays;
update framework_allocation
set compensation_ore = compensation * 100,
    deduction_ore    = deduction * 100,
    phase_in_ore     = 0,
    rounding_ore     = (net - compensation + deduction) * 100;
alter table framework_allocation enable trigger framework_allocation_stays;

alter table framework_allocation
    alter column compensation_ore set not null,
    alter column deduction_ore set not null,
    alter column phase_in_ore set not null,
    alter column rounding_ore set not null,
    add constraint framework_compensation_not_negative check (compensation_ore >= 0),
    add constraint framework_deduction_not_negative check (deduction_ore >= 0),
    add constraint framework_easing_adds_up
        check (net * 100 = compensation_ore - deduction_ore + phase_in_ore + rounding_ore);
