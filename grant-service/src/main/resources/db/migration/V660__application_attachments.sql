-- What is submitted is frozen with its attachments, and each submission keeps those that it had; what is returned or
-- deleted lets go of them; a return that brings nothing new is as if there had been none. By the database, so that no way of submitting forgets it.
create function application_takes_its_attachments_along() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform drop_attachments('application', old.id);
    elsif old.status = 'returned' and new.completions -> -1 -> 'ended' ->> 'completed' is distinct from 'true' then
        -- Nothing new has come: what was submitted counts, with the attachments that it had.
        perform restore_attachments('application', new.id);
    elsif new.status = 'submitted' then
        perform freeze_attachments('application', new.id);
    elsif new.status in ('draft', 'returned') then
        perform release_attachments('application', new.id);
    end if;
    return null;
end $$;
create trigger application_freezes_its_attachments after update of status on application
    for each row when (old.status is distinct from new.status)
    execute function application_takes_its_attachments_along();
create trigger application_deletes_its_attachments after delete on application
    for each row execute function application_takes_its_attachments_along();

-- What is there already and is no draft is frozen as it is.
select freeze_attachments('application', id) from application where status <> 'draft';
