-- Cost keys: the criteria and weights that the framework grant is divided by. Runs refer to them, so none ever changes.

create table cost_key (
    code     text        primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    year     integer     not null check (year between 2000 and 2100),
    name     jsonb       not null,
    source   text        not null check (source <> '' and length(source) <= 500),
    -- [{"indicator": "code", "weight": "0.1234"}], in the key's own order; weights as they are printed.
    criteria jsonb       not null check (jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) > 0),
    made_by  text        not null check (made_by <> ''),
    made_at  timestamptz not null
);
revoke update, delete, truncate on cost_key from ${app};

-- A sector's need is its need index times the inhabitants. The seven weights sum to 1.
insert into cost_key (code, year, name, source, criteria, made_by, made_at) values
('framework-2026', 2026,
 '{"nb": "Rammetilskuddet 2026, sektorenes vekter", "nn": "Rammetilskotet 2026, vektene til sektorane",
   "en": "The framework grant 2026, weights of the sectors"}',
 'Grønt hefte 2026, the cost key for municipalities',
 '[{"indicator": "need-primary-school", "weight": "0.2299"}, {"indicator": "need-care", "weight": "0.3532"},
   {"indicator": "need-kindergarten", "weight": "0.1597"}, {"indicator": "need-child-welfare", "weight": "0.0422"},
   {"indicator": "need-social-services", "weight": "0.0741"}, {"indicator": "need-municipal-health", "weight": "0.0637"},
   {"indicator": "need-administration", "weight": "0.0772"}]',
 'opptrapping', '2026-01-01T00:00:00Z'),
-- Its weights sum to 1.0001 as they are printed.
('social-services-2026', 2026,
 '{"nb": "Sosialhjelp 2026, delkostnadsnøkkel", "nn": "Sosialhjelp 2026, delkostnadsnøkkel",
   "en": "Social services 2026, sub-key"}',
 'Grønt hefte 2026, the sub-key for social services',
 '[{"indicator": "population-16-22", "weight": "0.0251"}, {"indicator": "population-23-24", "weight": "0.0076"},
   {"indicator": "population-25-66", "weight": "0.1663"}, {"indicator": "living-alone-30-66", "weight": "0.2918"},
   {"indicator": "refugees", "weight": "0.2110"}, {"indicator": "substance-use-psychiatry-npr", "weight": "0.2113"},
   {"indicator": "accumulation-index-social-services", "weight": "0.0870"}]',
 'opptrapping', '2026-01-01T00:00:00Z');
