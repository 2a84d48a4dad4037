-- Every list is read a page at a time in the order of its key: an index for each way in which it can be narrowed.
create index report_of_status_in_order on report (status, report_id);
create index report_of_municipality_in_order on report (municipality_id, report_id);
create index obligation_of_year_in_order on obligation (year, obligation_id);
create index obligation_of_status_in_order on obligation (status, obligation_id);
create index obligation_of_municipality_in_order on obligation (municipality_id, obligation_id);
