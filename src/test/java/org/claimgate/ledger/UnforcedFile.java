package org.claimgate.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file whose writes stay in this process, by pages, until they are forced; a given share of the sectors, by chance, is written
 * at once, in whatever order and in the middle of what belongs together, as disks do. Closing in peace writes all.
 */
final class UnforcedFile extends FileBaseDefault {

    private static final int SECTOR = 4096;
    private static final int ALL = 100;
    private static final Executor LATE = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private final FileChannel disk;
    private final int surviving;
    private final PowerCutDisk.Forcing forcing;
    private final Map<Long, byte[]> unforced = new TreeMap<>();
    private long size;

    /** The disk's bytes from here on are old ones that were cut off. */
    private long intact;

    /** @param surviving how many of a hundred sectors are on the disk without being forced */
    UnforcedFile(FileChannel disk, int surviving, PowerCutDisk.Forcing forcing) throws IOException {
        this.disk = disk;
        this.surviving = surviving;
        this.forcing = forcing;
        this.size = disk.size();
        this.intact = size;
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
        if (position >= size) {
            return -1;
        }
        int wanted = (int) Math.min(to.remaining(), size - position);
        for (int read = 0; read < wanted; ) {
            long at = position + read;
            int from = (int) (at % SECTOR);
            int length = Math.min(SECTOR - from, wanted - read);
            to.put(sector(at / SECTOR), from, length);
            read += length;
        }
        return wanted;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        size = Math.max(size, position + length);
        for (int written = 0; written < length; ) {
            long at = position + written;
            int to = (int) (at % SECTOR);
            int piece = Math.min(SECTOR - to, length - written);
            byte[] sector = sector(at / SECTOR);
            from.get(sector, to, piece);
            unforced.put(at / SECTOR, sector);
            if (ThreadLocalRandom.current().nextInt(ALL) < surviving) {
                writeSector(at / SECTOR, sector);
            }
            written += piece;
        }
        return length;
    }

    @Override
    protected synchronized void implTruncate(long length) throws IOException {
        if (length < size) {
            unforced.keySet().removeIf(sector -> sector * SECTOR >= length);
            size = length;
            intact = Math.min(intact, length);
            if (length % SECTOR > 0) {
                byte[] last = sector(length / SECTOR);
                Arrays.fill(last, (int) (length % SECTOR), SECTOR, (byte) 0);
                unforced.put(length / SECTOR, last);
            }
        }
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        switch (forcing) {
            case NOW -> {
                writeAll();
                disk.force(metaData);
            }
            case LATER -> LATE.execute(this::writeLate);
            case NEVER -> {}
        }
    }

    private synchronized void writeLate() {
        try {
            if (disk.isOpen()) {
                writeAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FileLock tryLock(long position, long length, boolean shared) throws IOException {
        return disk.tryLock(position, length, shared);
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        writeAll();
        disk.close();
    }

    private void writeAll() throws IOException {
        disk.truncate(intact);
        for (Map.Entry<Long, byte[]> sector : unforced.entrySet()) {
            writeSector(sector.getKey(), sector.getValue());
        }
        unforced.clear();
        intact = size;
    }

    /** A copy. */
    private byte[] sector(long number) throws IOException {
        byte[] written = unforced.get(number);
        if (written != null) {
            return written.clone();
        }
        ByteBuffer sector = ByteBuffer.allocate(SECTOR);
        long begin = number * SECTOR;
        sector.limit((int) Math.max(0, Math.min(SECTOR, intact - begin)));
        while (sector.hasRemaining() && disk.read(sector, begin + sector.position()) >= 0) {
            // A read may bring less than was asked for.
        }
        return sector.array();
    }

    private void writeSector(long number, byte[] bytes) throws IOException {
        long begin = number * SECTOR;
        ByteBuffer sector = ByteBuffer.wrap(bytes, 0, (int) Math.min(SECTOR, size - begin));
        while (sector.hasRemaining()) {
            disk.write(sector, begin + sector.position());
        }
    }
}
