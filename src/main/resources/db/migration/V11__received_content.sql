-- The interchanges that were read of partners who get no acknowledgments, each by the hash of its segments: the same one in
-- another file is not read again, whether or not the partner uses control numbers once.
create table if not exists received_content (
    partner varchar(40) not null,
    sha256 char(64) not null,
    file bigint not null references inbox_file (id),
    primary key (partner, sha256)
);
create index if not exists received_content_file on received_content (file);
