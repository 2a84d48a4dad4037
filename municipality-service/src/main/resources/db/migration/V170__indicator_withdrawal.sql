-- A version that should not be used any more. Its values stay readable, since an allocation may have used them.
create table observation_withdrawal (
    indicator      text        not null,
    year           int         not null,
    structure_date date        not null,
    version        int         not null,
    withdrawn_at   timestamptz not null,
    withdrawn_by   text        not null check (withdrawn_by <> ''),
    reason         text        not null check (reason <> ''),
    primary key (indicator, year, structure_date, version),
    foreign key (indicator, year, structure_date, version) references observation_set
);
revoke update, delete, truncate on observation_withdrawal from ${app};
