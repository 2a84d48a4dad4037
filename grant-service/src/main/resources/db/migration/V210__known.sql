-- Ratios are a kind of their own, weighed by another indicator, and several municipalities may have a figure together.
alter table known_indicator drop constraint known_indicator_kind_check;
alter table known_indicator
    add column weighted_by text,
    add column joint jsonb not null default '[]' check (jsonb_typeof(joint) = 'array');
-- Heard as a quantity before its kind was read: the register's own index for each inhabitant.
update known_indicator set kind = 'RATIO', weighted_by = 'population' where code = 'need-index' and kind = 'QUANTITY';
alter table known_indicator alter column joint drop default;
alter table known_indicator
    add constraint known_indicator_kind_check check (kind in ('QUANTITY', 'RATIO', 'GROUPING')),
    add constraint known_indicator_weight check ((kind = 'RATIO') = (weighted_by is not null));
