-- Payments are also written into files, where a folder for them is set. One gateway at a time does it.
alter table outbox add column posted boolean default false not null;
create index outbox_posted on outbox (queue, posted, id);
insert into control_number (scope, name, number) values ('gateway', 'posting', 0);
