-- How a municipality is reached and who may act for it: one document, read and written as a whole.
create table representation (
    municipality_id uuid   primary key references municipality,
    version         bigint not null check (version > 0),
    body            jsonb  not null
        check (jsonb_typeof(body -> 'representatives') = 'array')
        check (jsonb_typeof(body -> 'contactPoints') = 'array')
        check (body ->> 'languageForm' in ('BOKMAL', 'NYNORSK', 'NEUTRAL'))
);
