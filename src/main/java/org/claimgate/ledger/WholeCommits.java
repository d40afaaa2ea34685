package org.claimgate.ledger;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions that an H2 file holds whole or not at all, whenever a kill comes. */
final class WholeCommits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    private final transient QuietMoments moments;

    /** Whether the transaction of this thread may hold rows. */
    private final transient ThreadLocal<Boolean> engaged = ThreadLocal.withInitial(() -> false);

    WholeCommits(DataSource dataSource, QuietMoments moments) {
        super(dataSource);
        this.moments = moments;
    }

    /** Runs a statement that changes or locks rows. Call in a transaction. */
    <T> T change(Supplier<T> statement) {
        return moments.change(engaged.get(), () -> {
            engaged.set(true);
            return statement.get();
        });
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        end(() -> super.doCommit(status));
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        end(() -> super.doRollback(status));
    }

    private void end(Runnable commitOrRollback) {
        moments.change(engaged.get(), () -> {
            commitOrRollback.run();
            return null;
        });
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        engaged.remove();
        super.doCleanupAfterCompletion(transaction);
    }
}
