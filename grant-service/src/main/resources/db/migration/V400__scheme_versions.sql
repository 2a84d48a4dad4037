-- The rules of a scheme (regelverk) come in versions: drafted by one person, put in force by another, and then fixed.
create table scheme_version (
    scheme_id        uuid        not null references scheme,
    number           integer     not null check (number >= 1),
    edition          integer     not null check (edition >= 1),
    rules            jsonb       not null check (jsonb_typeof(rules) = 'object'),
    drafters         jsonb       not null check (jsonb_typeof(drafters) = 'array' and drafters <> '[]'),
    drafted_at       timestamptz not null,
    in_force_from    date,
    put_in_force_by  text        check (put_in_force_by <> ''),
    put_in_force_at  timestamptz,
    primary key (scheme_id, number),
    constraint scheme_version_in_force_whole
        check (num_nulls(in_force_from, put_in_force_by, put_in_force_at) in (0, 3)),
    constraint scheme_version_by_two check (not jsonb_exists(drafters, put_in_force_by)),
    constraint scheme_version_one_a_day unique (scheme_id, in_force_from)
);
create unique index scheme_version_one_draft on scheme_version (scheme_id) where in_force_from is null;

-- What was registered before there were versions is in force as it stands.
insert into scheme_version (scheme_id, number, edition, rules, drafters, drafted_at, in_force_from, put_in_force_by,
    put_in_force_at)
select id, 1, 1,
    jsonb_build_object('chapter', chapter, 'item', item, 'goals', goals, 'targetGroup', target_group,
        'criteria', criteria, 'awardCriteria', '[]'::jsonb, 'followUp', null,
        'reporting', jsonb_build_object('opens', report_opens, 'due', report_due, 'form', report_form,
            'simpleBelow', simple_below, 'auditorThreshold', auditor_threshold),
        'acceptanceDays', 28, 'appealDays', 21),
    jsonb_build_array(made_by), made_at, (made_at at time zone 'Europe/Oslo')::date,
    'before versions were put in force', made_at
from scheme;

alter table scheme
    drop column goals, drop column target_group, drop column criteria, drop column chapter, drop column item,
    drop column report_opens, drop column report_due, drop column report_form, drop column simple_below,
    drop column auditor_threshold;

create function scheme_version_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.in_force_from is not null
        or (new.scheme_id, new.number) is distinct from (old.scheme_id, old.number) then
        raise exception 'Version % of scheme % stays', old.number, old.scheme_id
            using errcode = 'restrict_violation', constraint = 'scheme_version_stays';
    end if;
    if new.in_force_from is null and new.edition <> old.edition + 1
        or new.in_force_from is not null
            and (new.edition, new.rules, new.drafters) is distinct from (old.edition, old.rules, old.drafters) then
        raise exception 'Version % of scheme % has edition %', old.number, old.scheme_id, old.edition
            using errcode = 'restrict_violation', constraint = 'scheme_version_stays';
    end if;
    return new;
end $$;
create trigger scheme_version_stays before update or delete on scheme_version
    for each row execute function scheme_version_stays();

-- Versions follow each other in number and in time.
create function scheme_version_follows() returns trigger language plpgsql as $$
begin
    if new.number > 1 and not exists (
        select from scheme_version earlier where earlier.scheme_id = new.scheme_id and earlier.number = new.number - 1
            and earlier.in_force_from < coalesce(new.in_force_from, 'infinity')) then
        raise exception 'Version % of scheme % does not follow the one before', new.number, new.scheme_id
            using errcode = 'check_violation', constraint = 'scheme_version_follows';
    end if;
    return new;
end $$;
create trigger scheme_version_follows before insert or update on scheme_version
    for each row execute function scheme_version_follows();

grant select, insert, update on scheme_version to ${app};
revoke delete, truncate on scheme_version from ${app};

-- Every call, run, award and framework allocation names the version that it was made under.
alter table call add column scheme_version integer;
update call set scheme_version = 1 where status <> 'draft';
alter table call
    add constraint call_under_a_version foreign key (scheme_id, scheme_version) references scheme_version,
    add constraint call_announced_under_a_version check ((status = 'draft') = (scheme_version is null));

alter table allocation_run add column scheme_version integer;
alter table allocation_run disable trigger user;
update allocation_run set scheme_version = 1;
alter table allocation_run enable trigger user;
alter table allocation_run
    add constraint allocation_run_under_a_version foreign key (scheme_id, scheme_version) references scheme_version;

alter table award add column scheme_version integer, add column accept_by date, add column appeal_days integer;
alter table award disable trigger user;
update award set scheme_version = 1, accept_by = decided_on + 28, appeal_days = 21;
alter table award enable trigger user;
alter table award
    alter column scheme_version set not null,
    alter column accept_by set not null,
    alter column appeal_days set not null,
    add constraint award_accepted_after_decision check (accept_by > decided_on),
    add constraint award_appeal_days check (appeal_days between 0 and 365),
    add constraint award_under_a_version foreign key (scheme_id, scheme_version) references scheme_version
        deferrable initially deferred;
create index award_to_accept on award (accept_by) where status = 'awarded';

alter table framework_allocation add column scheme_version integer;
alter table framework_allocation disable trigger user;
update framework_allocation set scheme_version = 1;
alter table framework_allocation enable trigger user;
alter table framework_allocation
    alter column scheme_version set not null,
    add constraint framework_allocation_under_a_version foreign key (scheme_id, scheme_version) references scheme_version
        deferrable initially deferred;
