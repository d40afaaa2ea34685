-- Messages that wait to be sent, beside the rows that stay: each of those was written anew, with its indexes, to say that it has been
-- sent. The next migration drops what said so before.
create table if not exists outbox_waiting (
    message bigint primary key references outbox (id)
);
insert into outbox_waiting (message) select id from outbox
    where published = false and not exists (select 1 from outbox_waiting w where w.message = outbox.id);
