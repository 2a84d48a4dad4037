-- References are by chapter, item and year, and several schemes may share an item: the number of its newest award.

create table award_number (
    chapter text    not null,
    item    text    not null,
    year    integer not null check (year between 2000 and 2100),
    last    bigint  not null check (last >= 0),
    primary key (chapter, item, year)
);

insert into award_number select chapter, item, year, count(*) from award group by chapter, item, year;

-- Takes the next numbers and answers with the first of them; no other takes any until the transaction ends.
create function award_take_numbers(of_chapter text, of_item text, of_year integer, how_many bigint) returns bigint
    language sql as $$
    insert into award_number as newest values (of_chapter, of_item, of_year, how_many)
        on conflict (chapter, item, year) do update set last = newest.last + how_many
        returning last - how_many + 1
$$;

grant select, insert, update on award_number to ${app};
revoke delete, truncate on award_number from ${app};
