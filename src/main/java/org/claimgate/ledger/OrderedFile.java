package org.claimgate.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.store.fs.FileBaseDefault;

/**
 * An H2 file. H2 adds a chunk whenever it writes and knows it again by its first block and its last; what lies between is not looked at. So
 * the first block of everything that is written stays here until the rest is on the disk, and the file's header, which says where to begin
 * looking, until the blocks are. Safe for concurrent use.
 */
final class OrderedFile extends FileBaseDefault {

    private static final int BLOCK = 4096;
    private static final int PIECE = 1 << 20;

    /** So much is held back before it is forced without being asked. */
    private static final int MOST_BLOCKS = 1_000;

    private final FileChannel file;

    /** What lies before it was forced, and may be what H2 goes back to. */
    private long forced;

    /** By position; a reader finds a block here or in the file. */
    private final NavigableMap<Long, byte[]> heldBack = new ConcurrentSkipListMap<>();

    /**
     * After a failure to write or to force nobody knows what the disk has, and the operating system tells of it once. Nothing may be written
     * over then: what H2 has failed to write it takes for written, and what that was to replace for free.
     */
    private boolean broken;

    OrderedFile(FileChannel file) throws IOException {
        this.file = file;
        this.forced = file.size();
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        return (int) unbroken(() -> put(from, position));
    }

    private long put(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        if (position == 0 && file.size() == 0) {
            return begin(from, length);
        }
        if (position > 0 && position < forced && !heldBack.isEmpty()) {
            // H2 takes the room of chunks that nothing refers to any more; what was forced last may do so still.
            forceAll(false);
        }
        byte[] first = new byte[position == 0 ? length : Math.min(BLOCK, length)];
        from.get(first);
        heldBack.subMap(position + first.length, position + length).clear();
        writeFully(from, position + first.length);
        // Not before: of what could not be written, nothing may be known.
        heldBack.put(position, first);
        if (heldBack.size() > MOST_BLOCKS) {
            forceAll(false);
        }
        return length;
    }

    /** The header of a new file points at nothing, and without it a file with anything in it could not be opened. */
    private int begin(ByteBuffer header, int length) throws IOException {
        writeFully(header, 0);
        file.force(true);
        forced = length;
        return length;
    }

    @Override
    public int read(ByteBuffer to, long position) throws IOException {
        int begin = to.position();
        Map<Long, byte[]> blocks = overlapping(position, position + to.remaining());
        int read = Math.max(0, file.read(to, position));
        for (Map.Entry<Long, byte[]> block : blocks.entrySet()) {
            read = Math.max(read, overlay(to, begin, block.getValue(), block.getKey() - position));
        }
        to.position(begin + read);
        return read == 0 && to.hasRemaining() ? -1 : read;
    }

    /** Before the file is read: what is written into it meanwhile is still here then. */
    private Map<Long, byte[]> overlapping(long from, long end) {
        Map<Long, byte[]> blocks = new TreeMap<>(heldBack.subMap(from, end));
        Map.Entry<Long, byte[]> before = heldBack.lowerEntry(from);
        if (before != null && before.getKey() + before.getValue().length > from) {
            blocks.put(before.getKey(), before.getValue());
        }
        return blocks;
    }

    /** Answers where in the buffer's part the block ends. */
    private static int overlay(ByteBuffer to, int begin, byte[] block, long offset) {
        int skipped = (int) Math.max(0, -offset);
        int at = (int) Math.max(0, offset);
        int length = Math.min(block.length - skipped, to.limit() - begin - at);
        to.duplicate().position(begin + at).put(block, skipped, length);
        return at + length;
    }

    @Override
    public synchronized long size() throws IOException {
        Map.Entry<Long, byte[]> last = heldBack.lastEntry();
        return Math.max(file.size(), last == null ? 0 : last.getKey() + last.getValue().length);
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        unbroken(() -> {
            forceAll(false);
            file.truncate(size);
            forced = Math.min(forced, size);
            return forced;
        });
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        unbroken(() -> forceAll(metaData));
    }

    private long forceAll(boolean metaData) throws IOException {
        file.force(metaData);
        NavigableMap<Long, byte[]> blocks = heldBack.tailMap(0L, false);
        if (!blocks.isEmpty()) {
            release(blocks, metaData);
        }
        if (!heldBack.isEmpty()) {
            release(heldBack, metaData);
        }
        forced = file.size();
        return forced;
    }

    /** What changes the file. */
    private interface Change {

        long make() throws IOException;
    }

    private long unbroken(Change change) throws IOException {
        if (broken) {
            throw new IOException("an earlier write to the ledger's file failed, or could not be forced to the disk");
        }
        broken = true;
        long result = change.make();
        broken = false;
        return result;
    }

    /** In the file before they are here no more. */
    private void release(NavigableMap<Long, byte[]> blocks, boolean metaData) throws IOException {
        for (Map.Entry<Long, byte[]> block : blocks.entrySet()) {
            writeFully(ByteBuffer.wrap(block.getValue()), block.getKey());
        }
        file.force(metaData);
        blocks.clear();
    }

    /** In pieces: Java keeps a copy as large as the largest of them for each thread, outside of its heap. */
    private void writeFully(ByteBuffer from, long position) throws IOException {
        int end = from.limit();
        for (long at = position; from.position() < end; ) {
            from.limit(Math.min(end, from.position() + PIECE));
            at += file.write(from, at);
        }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        try (file) {
            if (!broken && !heldBack.isEmpty()) {
                force(true);
            }
        }
    }
}
