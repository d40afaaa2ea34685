package org.claimgate.ledger;

import java.io.IOException;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps apart those who change what an H2 file holds and those who have H2 write it down. H2 writes its tables down one after the other: of what changes meanwhile the
 * file would have a half, and a kill would leave it so (docs/decisions/0023-what-h2-leaves-to-chance.md). Safe for concurrent use.
 */
final class QuietMoments {

    /** H2 is not to write with each commit, nor from threads of its own, for which a {@code CHECKPOINT SYNC} does not always wait. */
    private static final int NEVER = -1;

    /** What part of Java's memory H2 may hold before it writes in the middle of a change: as it comes, but for its limit of 19 MB. */
    private static final int PART_OF_HEAP = 16;

    /** It may not hold more bytes than that: it counts four times as many in an {@code int}. */
    private static final int MOST = 384 << 20;

    /** It is made to write before a change begins when it holds so much of that. */
    private static final int PARTS_OF_MEMORY = 4;

    /** Somebody may be waiting for a row of whoever waits here. */
    private static final long PATIENCE_MILLIS = 20;

    private static final long MOMENT_NANOS = 50_000;

    private final MVStore store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong timesFull = new AtomicLong();

    private QuietMoments(MVStore store) {
        this.store = store;
    }

    /** From now on the database writes when it is asked to, and when it holds much in memory. */
    static QuietMoments of(DataSource h2) {
        return of(h2, (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    /** @param most how many bytes the database may hold before it writes in the middle of a change */
    static QuietMoments of(DataSource h2, int most) {
        try (Connection connection = h2.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            store.setAutoCommitDelay(NEVER);
            if (store.isPersistent()) {
                holdInMemory(store, most);
            }
            return new QuietMoments(store);
        } catch (SQLException e) {
            throw Translator.unavailable(e);
        }
    }

    /** A setting of H2's stores that its databases do not offer: these write whenever they hold 19 MB, transactions that are open with the rest. */
    private static void holdInMemory(MVStore store, int bytes) {
        try {
            Field limit = MVStore.class.getDeclaredField("autoCommitMemory");
            limit.setAccessible(true);
            limit.setInt(store, bytes);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another H2 than the one this is made for", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this Java lets nobody set how much H2 may hold in memory", e);
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
            timesFull.incrementAndGet();
            if (isQuiet()) {
                try {
                    if (isMuch()) {
                        write();
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

    private void write() {
        try {
            store.commit();
        } catch (MVStoreException e) {
            throw Translator.unavailable(e);
        }
    }

    /** How often there was much in memory until now: a transaction during which that happened may be large. */
    long timesFull() {
        return timesFull.get();
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
        alone(this::write);
        store.getFileStore().backup(zip);
    }

    /** Whether the database could not write, and has given its file up for good. */
    boolean isGivenUp() {
        return store.getPanicException() != null;
    }
}
