-- A version that has been withdrawn is kept, so that it is not taken in again as if it were in use, and is not used.
alter table known_indicator add column withdrawn boolean not null default false;
alter table known_indicator alter column withdrawn drop default;
