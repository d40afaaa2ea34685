-- What has been removed because it was kept long enough: one row for each batch, with the number that its archive is named by.
-- Archive is the name of a file; null for none. Rows whose content is gone name the batch that it went with.
create table if not exists removal (
    id bigint primary key,
    at timestamp(6) with time zone not null,
    kind varchar(20) not null,
    days int not null,
    items int not null,
    archive varchar(200)
);
alter table inbox_file add column if not exists removal bigint;
alter table interchange add column if not exists removal bigint;
alter table claim add column if not exists removal bigint;
alter table claim add column if not exists events_removal bigint;
alter table outbox add column if not exists removal bigint;
create index if not exists inbox_file_kept on inbox_file (removal, fetched_at);
create index if not exists interchange_kept on interchange (removal, created_at);
create index if not exists outbox_kept on outbox (removal, created_at);
-- One gateway at a time removes.
insert into control_number (scope, name, number) select 'gateway', 'removal', 0
    where not exists (select 1 from control_number where scope = 'gateway' and name = 'removal');

-- Claims that waited when a backup was made that the ledger was restored from: their partners may have them.
alter table claim add column if not exists restored boolean default false not null;
