-- What the statistics of a year ask for.
create index known_carry_over_year on known_carry_over (to_year, award_id);
