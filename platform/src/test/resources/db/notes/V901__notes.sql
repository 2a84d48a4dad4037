create table note (
    subject text primary key, text text not null check (text <> 'forbidden'), version bigint not null,
    writings integer not null, trace_id text not null, correlation_id text
);
