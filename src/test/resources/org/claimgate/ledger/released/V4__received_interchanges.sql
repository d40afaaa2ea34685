-- Control numbers that partners used in interchanges that were accepted; each may be used once in half a year. Sender and
-- receiver are qualifier and identifier, ISA05 and ISA06, ISA07 and ISA08.
create table received_interchange (
    partner varchar(40) not null,
    sender varchar(18) not null,
    receiver varchar(18) not null,
    isa13 varchar(9) not null,
    file bigint not null references inbox_file (id),
    accepted_at timestamp(6) with time zone not null,
    primary key (partner, sender, receiver, isa13)
);
