package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Messages waiting to go out. They are added in the transaction that makes them true. */
public final class OutboxStore {

    private final Sql sql;

    OutboxStore(Sql sql) {
        this.sql = sql;
    }

    /** A message in its place in the order. */
    public record Waiting(long place, OutgoingMessage message) {}

    /** Adds a message. One whose duplicate id is there already is the same message and is left out. */
    public void add(OutgoingMessage message) {
        sql.sql("insert into outbox (duplicate_id, queue, type, partner, state, body, created_at, published)"
                        + " select ?, ?, ?, ?, ?, ?, ?, false"
                        + " where not exists (select 1 from outbox where duplicate_id = ?)")
                .params(
                        message.duplicateId(),
                        message.queue(),
                        message.type(),
                        message.partner(),
                        message.state(),
                        message.body(),
                        Sql.time(message.at()),
                        message.duplicateId())
                .update();
    }

    /**
     * Takes the turn to publish for this transaction and gives the first messages, in order. Empty when nothing waits or
     * when another process has the turn.
     */
    public List<Waiting> lockUnpublished(int limit) {
        boolean myTurn = sql.sql("select number from control_number where scope = 'gateway' and name = 'publication'"
                        + " for update skip locked")
                .query(Long.class)
                .optional()
                .isPresent();
        if (!myTurn) {
            return List.of();
        }
        return sql.sql("select * from outbox where published = false order by id limit ?")
                .param(limit)
                .query((row, number) -> new Waiting(row.getLong("id"), message(row)))
                .list();
    }

    /** Marks messages as sent. */
    public void published(List<Waiting> messages) {
        if (messages.isEmpty()) {
            return;
        }
        sql.template()
                .batchUpdate(
                        "update outbox set published = true where id = ?",
                        messages.stream()
                                .map(waiting -> new Object[] {waiting.place()})
                                .toList());
    }

    private static OutgoingMessage message(ResultSet row) throws SQLException {
        return new OutgoingMessage(
                row.getString("duplicate_id"),
                row.getString("queue"),
                row.getString("type"),
                row.getString("partner"),
                row.getString("state"),
                row.getString("body"),
                Sql.instant(row, "created_at"));
    }
}
