insert into received_interchange (partner, sender, receiver, isa13, file, accepted_at) values ('clearinghouse', 'ZZ CLEARINGHOUSE', 'ZZ GATEWAY', '000000002', 2, '2026-11-22 12:00:00+00');
