-- A draft can be deleted; that its submission was refused stays counted for its call.
alter table refused_submission drop constraint refused_submission_application_id_fkey;
