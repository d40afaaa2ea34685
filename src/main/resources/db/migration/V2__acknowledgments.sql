-- Acknowledgments go out as interchanges too; each answers a file that was picked up.
alter table interchange add column if not exists answers bigint references inbox_file (id);
create index if not exists interchange_answers on interchange (answers);
