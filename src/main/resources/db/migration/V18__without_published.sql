drop index if exists outbox_published;
alter table outbox drop column if exists published;
