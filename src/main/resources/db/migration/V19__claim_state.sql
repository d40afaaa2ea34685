-- How far a claim has come, beside what it is: for each step H2 took the claim out of all its indexes and put it back. The next
-- migration takes it from where it was. Begun anew where it was broken off: an earlier gateway may have worked meanwhile.
drop table if exists claim_state;
create table claim_state (
    -- Keeps everybody from writing claims until PostgreSQL's transaction ends, with the last migration.
    claim varchar(40) primary key references claim (id),
    state varchar(12) not null,
    -- It and the moment of receipt never change; the index of those that wait begins with them.
    partner varchar(40),
    waits_since timestamp(6) with time zone not null,
    payer_control_number varchar(60),
    interchange bigint,
    isa13 varchar(9),
    gs06 varchar(9),
    st02 varchar(9),
    bht03 varchar(30),
    ordinal int,
    overdue varchar(40) default '' not null,
    replaced_by varchar(20),
    restored boolean default false not null
);
insert into claim_state (claim, state, partner, waits_since, payer_control_number, interchange, isa13, gs06, st02, bht03, ordinal,
        overdue, replaced_by, restored)
    select id, state, partner, received_at, payer_control_number, interchange, isa13, gs06, st02, bht03, ordinal,
        overdue, replaced_by, restored
    from claim;
create index claim_state_waiting on claim_state (state, partner, waits_since, claim);
create index claim_state_payer_control on claim_state (payer_control_number);
-- Before the constraint, for which H2 would make another one.
create index claim_state_interchange on claim_state (interchange);
alter table claim_state add constraint claim_state_sent_in foreign key (interchange) references interchange (id);
