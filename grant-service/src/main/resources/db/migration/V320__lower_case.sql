-- Words in columns are written as in the API: in lower case, with hyphens.
alter table known_indicator
    drop constraint known_indicator_kind_check,
    drop constraint known_indicator_weight;
update known_indicator set kind = lower(kind);
alter table known_indicator
    add constraint known_indicator_kind_check check (kind in ('quantity', 'ratio', 'grouping')),
    add constraint known_indicator_weight check ((kind = 'ratio') = (weighted_by is not null));

alter table scheme drop constraint scheme_kind_check;
update scheme set kind = lower(kind);
alter table scheme add constraint scheme_kind_check check (kind in ('earmarked', 'framework'));

drop index call_to_announce;
alter table call
    drop constraint call_rule_check,
    drop constraint call_tie_rule_check,
    drop constraint call_status_check,
    drop constraint call_check3;
update call set rule = replace(lower(rule), '_', '-'), tie_rule = lower(tie_rule), status = lower(status);
alter table call
    add constraint call_rule_check check (rule in ('ranked', 'proportional', 'score-weighted')),
    add constraint call_tie_rule_check check (tie_rule in ('earliest', 'larger', 'none')),
    add constraint call_status_check check (status in ('draft', 'announced', 'closed')),
    add constraint call_announced_by_somebody check ((status = 'draft') = (announced_by is null));
create index call_to_announce on call (made_at) where status = 'draft';

drop index application_to_assess;
alter table application
    drop constraint application_status_check,
    drop constraint application_check,
    drop constraint application_check1,
    drop constraint application_check2,
    drop constraint application_check3,
    drop constraint application_check6,
    drop constraint application_check7;
update application set status = lower(status);
alter table application
    add constraint application_status_check
        check (status in ('draft', 'submitted', 'withdrawn', 'approved', 'rejected')),
    add constraint application_submitted_once check ((status = 'draft') = (submitted_at is null)),
    add constraint application_asks_for_money check (status = 'draft' or asked > 0),
    add constraint application_withdrawn_once check ((status = 'withdrawn') = (withdrawn_at is not null)),
    add constraint application_decided_once check ((status in ('approved', 'rejected')) = (decided_at is not null)),
    add constraint application_approved_with_money check (status <> 'approved' or awarded > 0),
    add constraint application_rejected_without_money check (status <> 'rejected' or awarded = 0);
create index application_to_assess on application (call_id, submitted_at) where status = 'submitted';

alter table assessment
    drop constraint assessment_recommendation_check,
    drop constraint assessment_check;
update assessment set recommendation = lower(recommendation);
alter table assessment
    add constraint assessment_recommendation_check check (recommendation in ('approve', 'reject')),
    add constraint assessment_approves_money check ((recommendation = 'approve') = (assessed_amount > 0));
