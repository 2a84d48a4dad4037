create table note (subject text primary key, text text not null, version bigint not null, writings integer not null);
