-- Editions of a division: a run that corrects an adopted one, and a run that is published as preliminary before there is
-- money. The runs themselves stay as they were made.

create table run_correction (
    run_id      uuid        primary key references allocation_run,
    corrects    uuid        not null references allocation_run,
    reason_nb   text        not null check (reason_nb <> ''),
    reason_nn   text        not null check (reason_nn <> ''),
    reason_en   text        not null check (reason_en <> ''),
    paid_part   text        not null check (paid_part in ('settle', 'claim')),
    adopted_at  timestamptz,
    constraint run_corrects_another check (corrects <> run_id)
);
create index run_correction_of on run_correction (corrects);
create unique index run_corrected_once on run_correction (corrects) where adopted_at is not null;

create table preliminary_run (
    run_id         uuid        primary key references allocation_run,
    assumptions_nb text        not null check (assumptions_nb <> ''),
    assumptions_nn text        not null check (assumptions_nn <> ''),
    assumptions_en text        not null check (assumptions_en <> ''),
    published_by   text check (published_by <> ''),
    published_at   timestamptz,
    outcome        text check (outcome in ('confirmed', 'replaced')),
    followed_by    uuid references allocation_run,
    followed_at    timestamptz,
    constraint preliminary_publication_is_whole check (num_nulls(published_by, published_at) in (0, 2)),
    constraint preliminary_following_is_whole check (num_nulls(outcome, followed_by, followed_at) in (0, 3)),
    constraint preliminary_followed_when_published check (followed_by is null or published_at is not null)
);
create index preliminary_run_published on preliminary_run (published_at desc, run_id desc) where published_at is not null;
create index allocation_run_by_adoption on allocation_run (adopted_at desc, id desc) where adopted_at is not null;

-- What was said stays; what became of it is said once, and publishing takes another person than the one who made the run.
create function edition_is_kept() returns trigger language plpgsql security definer set search_path from current as $$
declare
    steps constant text[] := array['adopted_at', 'published_by', 'published_at', 'outcome', 'followed_by', 'followed_at'];
    said jsonb := jsonb_strip_nulls(to_jsonb(old));
begin
    if tg_op = 'DELETE' or to_jsonb(new) - steps <> to_jsonb(old) - steps or not to_jsonb(new) @> said then
        raise exception 'What was said of run % stays', old.run_id
            using errcode = 'restrict_violation', constraint = 'edition_kept';
    end if;
    if tg_table_name = 'preliminary_run' and exists (select from allocation_run where id = old.run_id
            and (made_by = to_jsonb(new) ->> 'published_by' or adopted_by is not null)) then
        raise exception 'Run % is published by another than the one who made it', old.run_id
            using errcode = 'check_violation', constraint = 'preliminary_run_published_by_another';
    end if;
    return new;
end $$;
create trigger run_correction_kept before update or delete on run_correction
    for each row execute function edition_is_kept();
create trigger preliminary_run_kept before update or delete on preliminary_run
    for each row execute function edition_is_kept();

-- An award that was reduced to nothing can be made anew by a correction.
alter table award drop constraint award_application_id_key;
create unique index award_of_an_application on award (application_id) where status not in ('annulled', 'lapsed');
create index award_by_application on award (application_id) where application_id is not null;

grant select, insert, update on run_correction, preliminary_run to ${app};
revoke delete, truncate on run_correction, preliminary_run from ${app};
