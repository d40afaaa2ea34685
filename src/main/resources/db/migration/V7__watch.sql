-- The answers that a partner owes to an interchange of claims, each with the moment from which on it is overdue; state is
-- AWAITED, OVERDUE or ENDED. Which of its claims are overdue, and for what (codes, comma between), stands with the claims.
create table if not exists expected_answer (
    interchange bigint not null references interchange (id),
    answer varchar(10) not null,
    due_at timestamp(6) with time zone not null,
    state varchar(10) not null,
    primary key (interchange, answer)
);
create index if not exists expected_answer_due on expected_answer (state, due_at);
alter table claim add column if not exists overdue varchar(40) default '' not null;
create index if not exists claim_overdue on claim (interchange, overdue);

-- Whether what the partner owes to an interchange has been written down.
alter table interchange add column if not exists watched boolean default false not null;
-- What was sent before there were deadlines is not awaited.
update interchange set watched = true where state = 'VISIBLE';
create index if not exists interchange_watched on interchange (watched, state, id);
create index if not exists interchange_open on interchange (state, created_at);

-- What people did, and why.
create table if not exists act (
    id bigint generated always as identity primary key,
    at timestamp(6) with time zone not null,
    who varchar(100) not null,
    kind varchar(30) not null,
    file bigint references inbox_file (id),
    interchange bigint references interchange (id),
    what varchar(300) not null,
    reason varchar(500) not null
);
create index if not exists act_file on act (file);
create index if not exists act_interchange on act (interchange);

-- How often a file has been put up for reading.
alter table inbox_file add column if not exists readings int default 1 not null;

-- What a message is about, which file it tells of, and by which act it was made again.
alter table outbox add column if not exists subject varchar(200) default '' not null;
alter table outbox add column if not exists file bigint;
alter table outbox add column if not exists replayed_by bigint;
create index if not exists outbox_subject on outbox (subject, id);
create index if not exists outbox_file on outbox (file, id);
update outbox set file = (select min(f.id) from inbox_file f where f.first_of = substring(duplicate_id from 6 for 64))
    where file is null and duplicate_id like 'file:%';
update outbox set subject = substring(body from position('"subject":"' in body) + 11 for 20)
    where subject = '' and type <> 'org.claimgate.file.problem.v1' and position('"subject":"' in body) > 0;
