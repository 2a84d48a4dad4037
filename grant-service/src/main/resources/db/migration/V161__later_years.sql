-- What awards promise of later years' budgets, and which award keeps a promise: at most one for each year.
alter table award add column later_years jsonb not null default '[]' check (jsonb_typeof(later_years) = 'array');
alter table award add column promised_until integer not null default 0;
alter table award add column continues_id uuid references award;
alter table award add column continues_reference text;
alter table award add constraint award_continues_whole
    check ((continues_id is null) = (continues_reference is null));
create unique index award_keeps_a_promise_once on award (continues_id, year) where continues_id is not null;
create index award_promising on award (scheme_id, promised_until) where promised_until > 0;
