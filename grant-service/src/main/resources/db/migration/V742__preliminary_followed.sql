-- What an edition followed is asked of every edition that is listed.
create index preliminary_run_followed on preliminary_run (followed_by, published_at desc) where followed_by is not null;
