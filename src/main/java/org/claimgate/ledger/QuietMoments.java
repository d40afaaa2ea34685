package org.claimgate.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps apart those who change rows of an H2 file and those who have H2 write its tables down. It does so one table after the other, and what changes meanwhile is
 * half written: a kill leaves index entries without rows, or rows without what belongs to them. Safe for concurrent use.
 */
final class QuietMoments {

    /** Somebody may be waiting for a row that only whoever waits for quiet can give free. */
    private static final long PATIENCE_MILLIS = 200;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Runs a statement that changes or locks rows. */
    <T> T change(Supplier<T> statement) {
        lock.readLock().lock();
        try {
            return statement.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs what has H2 write its tables down: as soon as nobody changes a row, or when patience is at its end. */
    void writeDown(Runnable work) {
        boolean quiet = isQuiet();
        try {
            work.run();
        } finally {
            if (quiet) {
                lock.writeLock().unlock();
            }
        }
    }

    private boolean isQuiet() {
        try {
            return lock.writeLock().tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
