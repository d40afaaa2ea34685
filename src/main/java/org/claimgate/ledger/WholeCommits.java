package org.claimgate.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions that an H2 file holds whole or not at all, whenever a kill comes. */
final class WholeCommits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    /** So long a statement tries for a row that another transaction holds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For those who wait until nobody is in the middle of a change. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final transient QuietMoments moments;

    /** What had been changed, by anybody, when the transaction of this thread first changed or locked a row; null before. */
    private final transient ThreadLocal<Long> begun = new ThreadLocal<>();

    /** Whether somebody may stand on what the transaction of this thread does, once it can be seen. */
    private final transient ThreadLocal<Boolean> promising = ThreadLocal.withInitial(() -> false);

    WholeCommits(DataSource dataSource, QuietMoments moments) {
        super(dataSource);
        this.moments = moments;
    }

    /**
     * Runs a statement that changes or locks rows; again, when another transaction holds one of them: H2 waits for it a moment only, for
     * nothing is forced to the disk meanwhile. Call in a transaction.
     */
    <T> T change(Supplier<T> statement) {
        if (moments.isInsideChange()) {
            return statement.get();
        }
        long begin = System.nanoTime();
        while (true) {
            try {
                return moments.change(begun.get() != null, () -> {
                    if (begun.get() == null) {
                        begun.set(moments.changed());
                    }
                    return statement.get();
                });
            } catch (RowHeldException e) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Somebody may stand on what the transaction of this thread does, once it can be seen. */
    void promise() {
        promising.set(true);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        end(() -> {
            if (promising.get()) {
                moments.promise();
            }
            super.doCommit(status);
        });
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        end(() -> super.doRollback(status));
    }

    private void end(Runnable commitOrRollback) {
        boolean engaged = begun.get() != null;
        if (engaged && moments.isLarge(begun.get())) {
            moments.alone(commitOrRollback::run);
        } else {
            moments.change(engaged, () -> {
                commitOrRollback.run();
                return null;
            });
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        begun.remove();
        promising.remove();
        super.doCleanupAfterCompletion(transaction);
    }
}
