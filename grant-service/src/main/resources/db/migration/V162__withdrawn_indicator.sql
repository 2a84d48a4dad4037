-- A version that should not be used any more; runs that used it can still be computed again.
alter table known_indicator
    add column withdrawn_at      timestamptz,
    add column withdrawal_reason text,
    add constraint known_indicator_withdrawal check ((withdrawn_at is null) = (withdrawal_reason is null));
