-- Money of an award that is carried over to the year after it is reported on with everything else of that year.

create table known_carry_over (
    carry_over_id uuid primary key,
    award_id uuid not null,
    to_year integer not null,
    body jsonb not null
);

create index known_carry_over_award on known_carry_over (award_id);

-- The award is then the one whose money it is: one obligation for the award itself, and one for each carry-over of it.
alter table obligation
    add column carry_over_id uuid unique,
    drop constraint obligation_award_id_key,
    add constraint obligation_carries_money_of_an_award check (carry_over_id is null or award_id is not null);

create unique index obligation_award on obligation (award_id) where carry_over_id is null;

alter table report_account
    add column carried_in bigint not null default 0 check (carried_in >= 0),
    drop constraint report_account_check,
    add constraint report_account_balances check (spent + unspent = received + carried_in);
