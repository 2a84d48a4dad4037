-- Points by each of the award criteria of the scheme's rules; the score follows from them.
alter table assessment add column points jsonb not null default '[]' check (jsonb_typeof(points) = 'array');
alter table assessment alter column points drop default;
