-- What is neither spent nor carried over nor claimed yet is little, however much there has been.
create index carry_over_with_money_left on carry_over (changed_at, id)
    where state in ('settled', 'open') and unspent - carried - claimed > 0;
