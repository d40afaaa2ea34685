-- Everything the gateway knows. One text for H2 and PostgreSQL; byte contents lie in pieces, so that no row is large.

create table control_number (
    scope varchar(40) not null,
    name varchar(40) not null,
    number bigint not null,
    primary key (scope, name)
);

-- The turn of the one process that publishes; its row is locked while it does.
insert into control_number (scope, name, number) values ('gateway', 'publication', 0);

create table content (
    id bigint generated always as identity primary key,
    bytes bigint not null,
    sha256 char(64) not null
);

create table content_piece (
    content bigint not null references content (id),
    ordinal int not null,
    piece bytea not null,
    primary key (content, ordinal)
);

create table interchange (
    id bigint generated always as identity primary key,
    partner varchar(40) not null,
    isa13 varchar(9) not null,
    gs06 varchar(9) not null,
    file_name varchar(200) not null,
    vocabulary varchar(40) not null,
    usage_indicator char(1) not null,
    claims int not null,
    content bigint not null references content (id),
    state varchar(12) not null,
    attempt int not null,
    leased_until timestamp(6) with time zone,
    temp_name varchar(255),
    inferred boolean not null,
    note varchar(500),
    acknowledgment varchar(40),
    created_at timestamp(6) with time zone not null,
    visible_at timestamp(6) with time zone,
    unique (partner, isa13),
    unique (partner, file_name)
);
create index interchange_state on interchange (partner, state, id);

create table transaction_set (
    interchange bigint not null references interchange (id),
    partner varchar(40) not null,
    isa13 varchar(9) not null,
    gs06 varchar(9) not null,
    st02 varchar(9) not null,
    bht03 varchar(30) not null,
    claims int not null,
    acknowledgment varchar(40),
    primary key (partner, gs06, st02),
    unique (partner, bht03)
);
create index transaction_set_interchange on transaction_set (interchange);

create table claim (
    id varchar(40) primary key,
    sender varchar(100) not null,
    content_hash char(64) not null,
    vocabulary varchar(40),
    partner varchar(40),
    usage_indicator char(1),
    patient_control_number varchar(60),
    -- The number in capitals, and its start, for payers that cut it off.
    patient_control_key varchar(60),
    patient_control_start varchar(17),
    payer_control_number varchar(60),
    state varchar(12) not null,
    document text,
    written text,
    issues text not null,
    received_at timestamp(6) with time zone not null,
    interchange bigint references interchange (id),
    isa13 varchar(9),
    gs06 varchar(9),
    st02 varchar(9),
    bht03 varchar(30),
    ordinal int,
    unique (sender, content_hash)
);
create index claim_waiting on claim (state, partner, received_at, id);
create index claim_received on claim (received_at, id);
create index claim_set on claim (partner, gs06, st02, ordinal);
create index claim_interchange on claim (interchange, st02, ordinal);
create index claim_patient_control on claim (patient_control_key);
create index claim_patient_control_start on claim (patient_control_start);
create index claim_payer_control on claim (payer_control_number);

create table inbox_file (
    id bigint generated always as identity primary key,
    partner varchar(40) not null,
    name varchar(400) not null,
    bytes bigint not null,
    modified_at timestamp(3) with time zone not null,
    sha256 char(64) not null,
    -- The hash again, except for duplicates: makes the first file of a content the only one that is interpreted.
    first_of char(64) unique,
    content bigint not null references content (id),
    state varchar(12) not null,
    disposed boolean not null,
    fetched_at timestamp(6) with time zone not null,
    interpreted_at timestamp(6) with time zone,
    note varchar(500),
    unique (partner, name, bytes, modified_at)
);
create index inbox_file_state on inbox_file (state, id);

create table claim_event (
    id bigint generated always as identity primary key,
    claim varchar(40) not null references claim (id),
    at timestamp(6) with time zone not null,
    state varchar(12) not null,
    kind varchar(40) not null,
    interchange bigint references interchange (id),
    file bigint references inbox_file (id),
    summary varchar(500) not null,
    detail text
);
create index claim_event_claim on claim_event (claim, id);

create table outbox (
    id bigint generated always as identity primary key,
    duplicate_id varchar(200) not null unique,
    queue varchar(80) not null,
    type varchar(80) not null,
    partner varchar(40) not null,
    state varchar(20) not null,
    body text not null,
    created_at timestamp(6) with time zone not null,
    published boolean not null
);
create index outbox_published on outbox (published, id);
