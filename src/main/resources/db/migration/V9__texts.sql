-- What is long and never changes lies beside the rows that do: a claim as it was taken in, a claim as it was written, and
-- what a message says. The next migration takes it from where it was.
create table if not exists claim_document (
    claim varchar(40) primary key references claim (id),
    document text not null
);
insert into claim_document (claim, document) select id, document from claim
    where document is not null and not exists (select 1 from claim_document d where d.claim = claim.id);

create table if not exists claim_written (
    claim varchar(40) primary key references claim (id),
    document text not null
);
insert into claim_written (claim, document) select id, written from claim
    where written is not null and not exists (select 1 from claim_written w where w.claim = claim.id);

create table if not exists outbox_body (
    message varchar(200) primary key references outbox (duplicate_id),
    body text not null
);
insert into outbox_body (message, body) select duplicate_id, body from outbox
    where not exists (select 1 from outbox_body b where b.message = outbox.duplicate_id);
