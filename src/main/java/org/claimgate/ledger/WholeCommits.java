package org.claimgate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that an H2 file holds whole or not at all. When anybody commits, H2 writes down what its tables hold, one table after the other and
 * without waiting for others who are just committing: of those the file then has some rows and not the others, and a kill leaves it so. Here nothing is
 * written down while a transaction is half committed (docs/decisions/0023-what-h2-leaves-to-chance.md).
 */
final class WholeCommits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    private final transient QuietMoments moments;

    WholeCommits(DataSource dataSource, QuietMoments moments) {
        super(dataSource);
        this.moments = moments;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        whole(() -> super.doCommit(status));
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        whole(() -> super.doRollback(status));
    }

    private void whole(Runnable end) {
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try {
            MVStore store = store(connection);
            if (store.getFileStore() == null) {
                end.run();
            } else {
                moments.writeDown(() -> whole(store, end));
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, getDataSource());
        }
    }

    private static void whole(MVStore store, Runnable end) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try {
            // The store gives itself up when this throws.
            store.executeFilestoreOperation(() -> {
                try {
                    end.run();
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            });
        } catch (MVStoreException e) {
            throw Translator.unavailable(e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static MVStore store(Connection connection) {
        try {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw Translator.unavailable(e);
        }
    }
}
