package org.claimgate.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Bytes of files, in pieces, so that neither database nor driver nor reader holds a large file whole. */
final class Contents {

    private static final int PIECE = 256 * 1024;

    private final Sql sql;

    Contents(Sql sql) {
        this.sql = sql;
    }

    /** Call in a transaction. */
    long insert(byte[] bytes, String sha256) {
        long id = sql.insertForId(
                sql.sql("insert into content (bytes, sha256) values (?, ?)").params(bytes.length, sha256));
        int ordinal = 0;
        for (int start = 0; start < bytes.length; start += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + PIECE));
            sql.sql("insert into content_piece (content, ordinal, piece) values (?, ?, ?)")
                    .params(id, ordinal++, piece)
                    .update();
        }
        return id;
    }

    InputStream open(long content) {
        List<Integer> pieces = sql.sql("select ordinal from content_piece where content = ? order by ordinal")
                .param(content)
                .query(Integer.class)
                .list();
        return new SequenceInputStream(new Pieces(content, pieces));
    }

    byte[] bytes(long content) {
        try (InputStream in = open(content)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream piece(long content, int ordinal) {
        byte[] piece = sql.sql("select piece from content_piece where content = ? and ordinal = ?")
                .params(content, ordinal)
                .query((row, number) -> row.getBytes(1))
                .single();
        return new ByteArrayInputStream(piece);
    }

    /** Fetches each piece when the reader gets there. */
    private final class Pieces implements Enumeration<InputStream> {

        private final long content;
        private final Enumeration<Integer> ordinals;

        Pieces(long content, List<Integer> ordinals) {
            this.content = content;
            this.ordinals = Collections.enumeration(ordinals);
        }

        @Override
        public boolean hasMoreElements() {
            return ordinals.hasMoreElements();
        }

        @Override
        public InputStream nextElement() {
            return piece(content, ordinals.nextElement());
        }
    }
}
