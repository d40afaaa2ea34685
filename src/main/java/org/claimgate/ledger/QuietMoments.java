package org.claimgate.ledger;

import java.io.IOException;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps apart those who change what an H2 file holds and those who have H2 write it down. H2 notes its tables one after the other: of what changes meanwhile the
 * file would have a half, and a kill would leave it so (docs/decisions/0023-what-h2-leaves-to-chance.md). Safe for concurrent use.
 */
final class QuietMoments {

    /** H2 is not to write with each commit, nor whenever it finds time: it would do so in the middle of changes. */
    private static final int NEVER = -1;

    /** What part of Java's memory H2 may hold before it writes in the middle of a change: as it comes, but for its limit of 19 MB. */
    private static final int PART_OF_HEAP = 16;

    /** It may not hold more bytes than that: it counts four times as many in an {@code int}. */
    private static final int MOST = 384 << 20;

    /** It is made to write before a change begins when it holds so much of that: while one such part is written, another grows, and H2 needs as much for the bytes. */
    private static final int PARTS_OF_MEMORY = 3;

    /** Somebody may be waiting for a row of whoever waits here. */
    private static final long PATIENCE_MILLIS = 20;

    private static final long MOMENT_NANOS = 50_000;

    /** The room of what these hold is not written over: of so many, the last may not be on the disk yet. */
    private static final int VERSIONS = 8;

    private final MVStore store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Bytes in memory that it was made to write until now. */
    private final AtomicLong madeToWrite = new AtomicLong();

    /** Whether what was much when there was last so much has been written. */
    private volatile CompletableFuture<Void> roomMade = CompletableFuture.completedFuture(null);

    private final LedgerWriter writer;

    /** How many transactions have been committed that somebody may stand on; those of earlier processes are one. */
    private final AtomicLong promised = new AtomicLong(1);

    /** Held by whoever forces. */
    private final Object forcing = new Object();

    /** How many of those that were promised are on the disk. */
    private long forced;

    private QuietMoments(MVStore store, LedgerWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** From now on the database writes when it is asked to, and when it holds much in memory. */
    static QuietMoments of(DataSource h2) {
        int most = (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        return of(h2, most, new LedgerWriter());
    }

    /**
     * @param most how many bytes the database may hold before it writes in the middle of a change
     * @param writer what it writes on
     */
    static QuietMoments of(DataSource h2, int most, LedgerWriter writer) {
        try (Connection connection = h2.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            store.setAutoCommitDelay(NEVER);
            if (store.isPersistent()) {
                store.setVersionsToKeep(VERSIONS);
                set(FileStore.class, store.getFileStore(), "serializationExecutor", writer);
                set(MVStore.class, store, "autoCommitMemory", most);
            }
            return new QuietMoments(store, writer);
        } catch (SQLException e) {
            throw Translator.unavailable(e);
        }
    }

    /**
     * What H2's databases do not let anybody set: on which thread they write, and how much they hold in memory; they write whenever
     * they hold 19 MB, transactions that are open with the rest.
     */
    private static void set(Class<?> type, Object object, String name, Object value) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(object, value);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another H2 than the one this is made for", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this Java lets nobody set " + name + " of H2's store", e);
        }
    }

    /**
     * Runs what changes or locks rows, or ends a transaction.
     *
     * @param engaged whether its transaction holds rows already: whoever waits for one of them lets nothing be written down, so that this one must not wait for it
     */
    <T> T change(boolean engaged, Supplier<T> work) {
        makeRoom();
        if (engaged) {
            passThrough();
        } else {
            lock.readLock().lock();
        }
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether the calling thread is in the middle of a change, of which what it does now is a part. */
    boolean isInsideChange() {
        return lock.getReadHoldCount() > 0;
    }

    /** Before those who wait for quiet, and after those who have it. */
    private void passThrough() {
        while (!lock.readLock().tryLock()) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }

    /** Has the database write what it holds, before it does so in the middle of somebody's change. */
    private void makeRoom() {
        if (isMuch()) {
            // Not more than that and what is much now is in memory.
            await(roomMade);
            if (isQuiet()) {
                try {
                    if (isMuch()) {
                        write();
                        roomMade = CompletableFuture.runAsync(() -> {}, writer);
                    }
                } finally {
                    lock.writeLock().unlock();
                }
            }
        }
    }

    private boolean isMuch() {
        return store.isPersistent() && store.getUnsavedMemory() > store.getAutoCommitMemory() / PARTS_OF_MEMORY;
    }

    private boolean isQuiet() {
        try {
            return lock.writeLock().tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Has the database write what its tables hold at this moment, from their roots, which never change: a change makes others. So that it
     * must be quiet until this returns, and not while the writing lasts.
     */
    private void write() {
        madeToWrite.addAndGet(store.getUnsavedMemory());
        try {
            writer.order(() -> {
                if (store.tryCommit() < 0) {
                    // There is nothing to write, or a thread of H2's own is at it.
                    store.commit();
                }
            });
        } catch (MVStoreException e) {
            throw Translator.unavailable(e);
        }
    }

    /** Returns when what was to be written is, and something has been done behind that. */
    private void behindWriting(Runnable work) {
        await(CompletableFuture.runAsync(work, writer));
    }

    private void await(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            throw Translator.unavailable(e);
        }
        if (isGivenUp()) {
            throw Translator.unavailable(store.getPanicException());
        }
    }

    /** Counts a transaction that somebody may stand on. Call in the change that commits it, before anybody can see what it did. */
    void promise() {
        promised.incrementAndGet();
    }

    /** Returns when all that has been promised until now is on the disk; one force is for all who wait for it. */
    void force() {
        if (store.isPersistent()) {
            forceUntil(promised.get());
        }
    }

    private void forceUntil(long needed) {
        synchronized (forcing) {
            if (forced < needed) {
                forced = forceAll();
            }
        }
    }

    /** Answers how many promises are kept with that. */
    private long forceAll() {
        long kept;
        long version;
        lock.writeLock().lock();
        try {
            kept = promised.get();
            write();
            version = store.getCurrentVersion();
        } finally {
            lock.writeLock().unlock();
        }
        behindWriting(store::sync);
        if (store.getFileStore().lastChunkVersion() < version) {
            throw new LedgerException(
                    LedgerException.Kind.UNAVAILABLE, "ledger: H2 has not written what it was to write");
        }
        return kept;
    }

    /** What has been changed until now, in bytes of memory, be it written or not; what the database wrote by itself counts for more than it was. */
    long changed() {
        return madeToWrite.get() + store.getUnsavedMemory() + writer.unasked() * store.getAutoCommitMemory();
    }

    /**
     * Whether a transaction may be so large that the database writes in the middle of its end, which changes each of its rows once more.
     *
     * @param changedBefore what had been {@link #changed} when it began
     */
    boolean isLarge(long changedBefore) {
        return store.isPersistent() && changed() - changedBefore > store.getAutoCommitMemory() / PARTS_OF_MEMORY;
    }

    /** What has the database write its tables down. */
    interface Writing<E extends Exception> {

        void run() throws E;
    }

    /** Runs it when nobody changes anything; whoever comes meanwhile waits, so that all that it needs must be at hand. */
    <E extends Exception> void alone(Writing<E> writing) throws E {
        lock.writeLock().lock();
        try {
            writing.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Copies the database's file, of this moment or a little later, and lets it be written to meanwhile. One copy at a time. */
    synchronized void copy(ZipOutputStream zip) throws IOException {
        forceAll();
        store.getFileStore().backup(zip);
    }

    /** Whether the database could not write, and has given its file up for good. */
    boolean isGivenUp() {
        return store.getPanicException() != null;
    }
}
