-- A correction can reject what an earlier run rejected and another one approved in between: each run's reason is its own.
alter table rejection drop constraint rejection_pkey, add primary key (application_id, run_id);
