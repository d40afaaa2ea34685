-- How far a claim has come, beside what it is: each step took the claim out of all its indexes and put it back. The next migration
-- takes it from where it was.
create table if not exists claim_state (
    claim varchar(40) primary key references claim (id),
    state varchar(12) not null,
    partner varchar(40),
    -- When it was received, once more: in this order it is sent.
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
    from claim where not exists (select 1 from claim_state s where s.claim = claim.id);
create index if not exists claim_state_waiting on claim_state (state, partner, waits_since, claim);
create index if not exists claim_state_payer_control on claim_state (payer_control_number);
-- Before the constraint, for which H2 would make another one.
create index if not exists claim_state_interchange on claim_state (interchange);
alter table claim_state drop constraint if exists claim_state_sent_in;
alter table claim_state add constraint claim_state_sent_in foreign key (interchange) references interchange (id);
