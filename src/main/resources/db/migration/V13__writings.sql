-- By which writing of a file a payment has been posted: the file of another, by a node that had lost its turn, never appears.
alter table outbox add column if not exists posted_by varchar(36);
