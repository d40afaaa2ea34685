alter table claim drop column if exists document;
alter table claim drop column if exists written;
alter table outbox drop column if exists body;

-- The claims of a set are found by its interchange.
drop index if exists claim_set;
drop index if exists claim_overdue;
