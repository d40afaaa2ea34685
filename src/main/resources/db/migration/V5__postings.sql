-- Payments are also written into files, where a folder for them is set. One gateway at a time does it.
alter table outbox add column if not exists posted boolean default false not null;
create index if not exists outbox_posted on outbox (queue, posted, id);
insert into control_number (scope, name, number) select 'gateway', 'posting', 0
    where not exists (select 1 from control_number where scope = 'gateway' and name = 'posting');
