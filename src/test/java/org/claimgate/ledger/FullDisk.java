package org.claimgate.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2 ({@code jdbc:h2:full:…}) that can be full, and tells who writes. */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "full";

    private static final AtomicBoolean FULL = new AtomicBoolean();

    private static final AtomicReference<Runnable> WATCH = new AtomicReference<>(() -> {});

    /** Runs it with each write, in the thread that writes. */
    static void watch(Runnable watch) {
        WATCH.set(watch);
    }

    static Ledger ledger(String url) {
        FilePath.register(new FullDisk());
        return Ledger.open(url, "sa", "", Clock.systemUTC());
    }

    static void fill() {
        FULL.set(true);
    }

    static void makeRoom() {
        FULL.set(false);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = super.open(mode);
        return new FileBaseDefault() {

            @Override
            public int write(ByteBuffer from, long position) throws IOException {
                WATCH.get().run();
                if (FULL.get()) {
                    throw new IOException("No space left on device");
                }
                return file.write(from, position);
            }

            @Override
            public int read(ByteBuffer to, long position) throws IOException {
                return file.read(to, position);
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            protected void implTruncate(long size) throws IOException {
                file.truncate(size);
            }

            @Override
            public void force(boolean metaData) throws IOException {
                file.force(metaData);
            }

            @Override
            public FileLock tryLock(long position, long size, boolean shared) throws IOException {
                return file.tryLock(position, size, shared);
            }

            @Override
            protected void implCloseChannel() throws IOException {
                file.close();
            }
        };
    }
}
