-- What was submitted stays: an edition, its accounts and its man-years are added to and never rewritten.
create function report_edition_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What was submitted stays: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger report_edition_stays before update or delete or truncate on report_edition
    for each statement execute function report_edition_stays();
create trigger report_account_stays before update or delete or truncate on report_account
    for each statement execute function report_edition_stays();
create trigger report_man_years_stay before update or delete or truncate on report_man_years
    for each statement execute function report_edition_stays();

revoke update, delete, truncate on report_edition, report_account, report_man_years from ${app};
-- A reporting room is never removed either.
revoke delete, truncate on report from ${app};
