-- Words in columns are written as in the API: in lower case, with hyphens.
alter table organisation_number
    drop constraint organisation_number_standing_check,
    drop constraint organisation_number_origin_check,
    drop constraint organisation_number_recognises_one_municipality;
update organisation_number set standing = lower(standing), origin = lower(origin);
alter table organisation_number
    add constraint organisation_number_standing_check check (standing in ('confirmed', 'conflicting')),
    add constraint organisation_number_origin_check check (origin in ('reference', 'entered')),
    -- A number in use recognises one municipality at a time.
    add constraint organisation_number_recognises_one_municipality
        exclude using gist (
            int8range(number::bigint, number::bigint, '[]') with &&, daterange(valid_from, valid_to) with &&)
        where (standing = 'confirmed')
        deferrable initially deferred;

alter table structure_change drop constraint structure_change_kind_check;
update structure_change set kind = lower(kind);
alter table structure_change add constraint structure_change_kind_check check (kind in ('merger', 'split'));

drop index split_has_one_duty_bearer;
alter table structure_change_party
    drop constraint structure_change_party_side_check,
    drop constraint structure_change_party_method_check,
    drop constraint territory_of_a_part;
update structure_change_party set side = lower(side), method = lower(method);
alter table structure_change_party
    add constraint structure_change_party_side_check check (side in ('before', 'after')),
    add constraint structure_change_party_method_check check (method in ('whole', 'known', 'estimated')),
    add constraint territory_of_a_part check (territory = '' or side = 'after');
create unique index split_has_one_duty_bearer on structure_change_party (change_id) where side = 'after' and duty_bearer;

alter table indicator drop constraint indicator_kind_check;
update indicator set kind = lower(kind);
alter table indicator add constraint indicator_kind_check
    check (kind in ('quantity', 'ratio', 'grouping', 'region'));

alter table observation_set drop constraint observation_set_origin_check;
update observation_set set origin = lower(origin);
alter table observation_set add constraint observation_set_origin_check
    check (origin in ('reference', 'uploaded', 'adopted', 'converted'));

drop index one_open_proposal_per_source;
alter table sync_proposal
    drop constraint sync_proposal_status_check,
    drop constraint sync_proposal_check;
update sync_proposal set status = lower(status);
alter table sync_proposal
    add constraint sync_proposal_status_check check (status in ('open', 'adopted', 'superseded')),
    add constraint sync_proposal_check check ((decided_at is null) = (status = 'open'));
create unique index one_open_proposal_per_source on sync_proposal (source) where status = 'open';

drop index one_run_at_a_time_per_source;
alter table sync_run
    drop constraint sync_run_status_check,
    drop constraint sync_run_check,
    drop constraint sync_run_check1,
    drop constraint sync_run_check2;
update sync_run set status = replace(lower(status), '_', '-'), reason = replace(lower(reason), '_', '-');
alter table sync_run
    add constraint sync_run_status_check check (status in ('running', 'proposed', 'nothing-new', 'failed')),
    add constraint sync_run_check check ((finished_at is null) = (status = 'running')),
    add constraint sync_run_check1 check ((reason is null) = (status <> 'failed')),
    add constraint sync_run_check2 check ((proposal is null) = (status <> 'proposed'));
create unique index one_run_at_a_time_per_source on sync_run (source) where status = 'running';
