insert into lease (partner, node, epoch, expires_at) values ('clearinghouse', 'test', 5, '2026-11-28 03:31:08.044638+00');
