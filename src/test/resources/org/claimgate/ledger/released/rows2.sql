update control_number set number = 3 where scope = 'clearinghouse' and name = 'group';
update control_number set number = 3 where scope = 'clearinghouse' and name = 'interchange';
insert into content (id, bytes, sha256) overriding system value values (7, 23, '9b676d0ef122b219a30147d5b418f50d0d3f3af66f54ac27b3c023757cdfdbd6');
insert into content_piece (content, ordinal, piece) values (7, 0, X'4953412a746865206279746573206f662061203939397e');
insert into interchange (id, partner, isa13, gs06, file_name, vocabulary, usage_indicator, claims, content, state, attempt, temp_name, inferred, note, acknowledgment, created_at, visible_at, answers) overriding system value values (3, 'clearinghouse', '000000003', '3', 'answer-000000003.999', 'implementation-acknowledgment', 'T', 0, 7, 'READY', 0, null, false, null, null, '2026-11-22 12:00:00+00', null, 2);
alter table content alter column id restart with 8;
alter table interchange alter column id restart with 4;
