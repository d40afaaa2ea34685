package org.claimgate.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.claimgate.ledger.LedgerException.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction inserts and changes, gathered and written together: before the transaction ends, when it is much, or
 * before somebody reads it. A row that another transaction was quicker with shows then, as a {@link LedgerException} of kind BUSY.
 */
final class Gathered {

    private static final int MOST = 500;

    private final JdbcTemplate template;

    Gathered(JdbcTemplate template) {
        this.template = template;
    }

    /** A row that refers to none that is gathered. Call in a transaction. */
    void insert(String insert, Object... row) {
        add(waiting().wholes, insert, new Row(row, null));
    }

    /** A row that refers to one of {@link #insert}. Call in a transaction. */
    void insertPart(String insert, Object... row) {
        add(waiting().parts, insert, new Row(row, null));
    }

    /**
     * A change of exactly one row. Changes by different statements keep their order. Call in a transaction.
     *
     * @param otherwise what to say when there is no such row
     */
    void change(String update, Supplier<String> otherwise, Object... row) {
        if (!waiting().changes.isEmpty() && !waiting().changes.containsKey(update)) {
            write();
        }
        add(waiting().changes, update, new Row(row, otherwise));
    }

    /**
     * What its store writes together; it refers to nothing that is gathered. Call in a transaction.
     *
     * @param store gets all that waits; always the same object
     */
    <T> void add(Consumer<List<T>> store, T item) {
        @SuppressWarnings("unchecked") // What waits for a store came with it.
        Items<T> items =
                (Items<T>) waiting().items.computeIfAbsent(store, first -> new Items<>(store, new ArrayList<>()));
        items.list.add(item);
        writeIfMost(items.list);
    }

    /** Writes what has been gathered until now in this transaction, for somebody who reads. */
    void write() {
        Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting != null) {
            waiting.items.values().forEach(items -> orBusy(items::write));
            waiting.items.clear();
            write(waiting.wholes);
            write(waiting.parts);
            write(waiting.changes);
        }
    }

    /** @param otherwise null for an insert */
    private record Row(Object[] values, Supplier<String> otherwise) {}

    /** What waits for a store. */
    private record Items<T>(Consumer<List<T>> store, List<T> list) {

        int write() {
            store.accept(list);
            return list.size();
        }
    }

    /** Items by their stores, and rows by the statements that write them. */
    private record Waiting(
            Map<Object, Items<?>> items,
            Map<String, List<Row>> wholes,
            Map<String, List<Row>> parts,
            Map<String, List<Row>> changes) {

        Waiting() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private void add(Map<String, List<Row>> waiting, String statement, Row row) {
        List<Row> rows = waiting.computeIfAbsent(statement, first -> new ArrayList<>());
        rows.add(row);
        writeIfMost(rows);
    }

    private void writeIfMost(List<?> waiting) {
        if (waiting.size() == MOST) {
            write();
        }
    }

    private void write(Map<String, List<Row>> waiting) {
        waiting.forEach(this::write);
        waiting.clear();
    }

    private void write(String statement, List<Row> rows) {
        List<Object[]> values = rows.stream().map(Row::values).toList();
        int[] changed = orBusy(() -> template.batchUpdate(statement, values));
        for (int row = 0; row < changed.length; row++) {
            Supplier<String> otherwise = rows.get(row).otherwise();
            if (otherwise != null && changed[row] != 1) {
                throw new LedgerException(Kind.BUSY, "ledger: " + otherwise.get());
            }
        }
    }

    private static <T> T orBusy(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (LedgerException e) {
            throw e.kind() == Kind.CONFLICT
                    ? new LedgerException(Kind.BUSY, "ledger: another transaction has written the same meanwhile")
                    : e;
        }
    }

    private Waiting waiting() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, new Waiting());
            TransactionSynchronizationManager.registerSynchronization(new End());
        }
        return (Waiting) TransactionSynchronizationManager.getResource(this);
    }

    private final class End implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Gathered.this);
        }
    }
}
