-- Requests that were handed in under a key of the sender's (Idempotency-Key), and what each was answered; status and answer are
-- null only inside the transaction that takes its claims in.
create table if not exists keyed_request (
    sender varchar(80) not null,
    request_key varchar(255) not null,
    body char(64) not null,
    status int,
    answer text,
    answered_at timestamp(6) with time zone not null,
    primary key (sender, request_key)
);
create index if not exists keyed_request_answered on keyed_request (answered_at);
