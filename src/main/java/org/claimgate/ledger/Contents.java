package org.claimgate.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
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

    /** What has been stored: its id, how many bytes there were, and their SHA-256. */
    record Stored(long id, long bytes, String sha256) {}

    /** Reads to the end; holds one piece at a time. Call in a transaction. */
    Stored insert(InputStream bytes) {
        long id = sql.insertForId(sql.sql("insert into content (bytes, sha256) values (0, '')"));
        MessageDigest digest = Hashes.sha256();
        long size = 0;
        int ordinal = 0;
        for (byte[] piece = read(bytes); piece.length > 0; piece = read(bytes)) {
            digest.update(piece);
            size += piece.length;
            sql.sql("insert into content_piece (content, ordinal, piece) values (?, ?, ?)")
                    .params(id, ordinal++, piece)
                    .update();
        }
        Stored stored = new Stored(id, size, Hashes.hexadecimal(digest));
        sql.sql("update content set bytes = ?, sha256 = ? where id = ?")
                .params(stored.bytes(), stored.sha256(), id)
                .update();
        return stored;
    }

    private static byte[] read(InputStream bytes) {
        try {
            return bytes.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws LedgerException of kind BROKEN when they have been removed */
    InputStream open(long content) {
        List<Integer> pieces = sql.sql("select ordinal from content_piece where content = ? order by ordinal")
                .param(content)
                .query(Integer.class)
                .list();
        if (pieces.isEmpty() && size(content) > 0) {
            throw new LedgerException(
                    LedgerException.Kind.BROKEN, "ledger: the bytes of content " + content + " have been removed");
        }
        return new SequenceInputStream(new Pieces(content, pieces));
    }

    private long size(long content) {
        return sql.sql("select bytes from content where id = ?")
                .param(content)
                .query(Long.class)
                .single();
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
