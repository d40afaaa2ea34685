-- Questions to partners how far claims have come. The trace number (276 TRN02) brings the answer home; the reference says
-- who asked, so that a message that comes again asks once.
create table inquiry (
    id bigint generated always as identity primary key,
    trace varchar(50) not null unique,
    claim varchar(40) not null references claim (id),
    interchange bigint not null references interchange (id),
    reference char(64) not null,
    asked_at timestamp(6) with time zone not null,
    answer varchar(40),
    answered_by bigint references inbox_file (id),
    unique (reference, claim)
);
create index inquiry_interchange on inquiry (interchange);
create index inquiry_claim on inquiry (claim);
