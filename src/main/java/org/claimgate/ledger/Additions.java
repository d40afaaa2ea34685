package org.claimgate.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rows of tables that are only added to. They are written together, before the transaction ends or when they are many. */
final class Additions {

    private static final int MOST = 500;

    private final JdbcTemplate template;

    Additions(JdbcTemplate template) {
        this.template = template;
    }

    /** Call in a transaction. */
    void add(String insert, Object... row) {
        List<Object[]> rows = waiting().computeIfAbsent(insert, statement -> new ArrayList<>());
        rows.add(row);
        if (rows.size() == MOST) {
            write();
        }
    }

    /** Writes what has been added until now in this transaction, for somebody who reads. */
    @SuppressWarnings("unchecked")
    void write() {
        Map<String, List<Object[]>> waiting =
                (Map<String, List<Object[]>>) TransactionSynchronizationManager.getResource(this);
        if (waiting != null) {
            waiting.forEach(template::batchUpdate);
            waiting.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<Object[]>> waiting() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, new LinkedHashMap<String, List<Object[]>>());
            TransactionSynchronizationManager.registerSynchronization(new End());
        }
        return (Map<String, List<Object[]>>) TransactionSynchronizationManager.getResource(this);
    }

    private final class End implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Additions.this);
        }
    }
}
