create table probe_effect (id bigint generated always as identity primary key, text text not null);
