-- Acknowledgments go out as interchanges too; each answers a file that was picked up.
alter table interchange add column answers bigint references inbox_file (id);
create index interchange_answers on interchange (answers);
