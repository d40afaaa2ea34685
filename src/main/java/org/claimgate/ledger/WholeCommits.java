package org.claimgate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
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

    WholeCommits(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try {
            MVStore store = store(connection);
            if (store.getFileStore() == null) {
                super.doCommit(status);
            } else {
                commit(store, status);
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, getDataSource());
        }
    }

    private void commit(MVStore store, DefaultTransactionStatus status) {
        RuntimeException[] failure = new RuntimeException[1];
        // The store gives itself up when this throws.
        store.executeFilestoreOperation(() -> {
            try {
                super.doCommit(status);
            } catch (RuntimeException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
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
