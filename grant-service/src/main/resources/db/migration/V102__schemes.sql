-- The register of schemes (tilskuddsordninger).
create table scheme (
    id                uuid        primary key,
    code              text        not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              jsonb       not null,
    purpose           jsonb       not null,
    goals             jsonb,
    target_group      jsonb,
    criteria          jsonb,
    chapter           text        not null check (chapter ~ '^[0-9]{3,4}$'),
    item              text        not null check (item ~ '^[0-9]{2}$'),
    kind              text        not null check (kind in ('EARMARKED', 'FRAMEWORK')),
    report_opens      text        not null check (report_opens ~ '^--[0-9]{2}-[0-9]{2}$'),
    report_due        text        not null check (report_due ~ '^--[0-9]{2}-[0-9]{2}$'),
    report_form       text        not null,
    simple_below      bigint      not null check (simple_below >= 0),
    auditor_threshold bigint      check (auditor_threshold >= 0),
    contact_name      text        not null,
    contact_email     text        not null,
    contact_phone     text        not null,
    made_by           text        not null,
    made_at           timestamptz not null
);
