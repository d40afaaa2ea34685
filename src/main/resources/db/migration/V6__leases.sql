-- Which node works at a partner's SFTP server. The epoch counts the takings: a node that was paused knows by it that its
-- turn is over. Times are the database's own, and so are their comparisons.
create table if not exists lease (
    partner varchar(40) primary key,
    node varchar(100),
    epoch bigint not null,
    expires_at timestamp(6) with time zone not null
);
-- Delivery took single interchanges before.
alter table interchange drop column if exists leased_until;
