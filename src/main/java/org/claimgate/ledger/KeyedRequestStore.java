package org.claimgate.ledger;

import java.time.Instant;

/** Requests that were handed in under a key of the sender's, and the first answer of each. */
public final class KeyedRequestStore {

    private final Sql sql;

    KeyedRequestStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A request that was answered.
     *
     * @param bodyHash SHA-256 of what was handed in, hexadecimal
     * @param status of HTTP
     * @param answer null where it was too long to be kept
     */
    public record Answered(String bodyHash, int status, String answer) {}

    /**
     * Takes a key for the transaction that is open; false when it was used before. While another transaction uses it, waits for
     * its end.
     */
    public boolean take(String sender, String key, String bodyHash) {
        return sql.inserts(() -> sql.sql(
                        "insert into keyed_request (sender, request_key, body, answered_at)" + " values (?, ?, ?, ?)")
                .params(sender, key, bodyHash, sql.now())
                .update());
    }

    /** What the request of a key was answered. */
    public Answered answer(String sender, String key) {
        return sql.sql("select body, status, answer from keyed_request where sender = ? and request_key = ?")
                .params(sender, key)
                .query((row, number) ->
                        new Answered(row.getString("body"), row.getInt("status"), row.getString("answer")))
                .single();
    }

    /**
     * Answers the request of a key that this transaction has taken.
     *
     * @param answer null for one that is not kept
     */
    public void put(String sender, String key, int status, String answer) {
        sql.sql("update keyed_request set status = ?, answer = ? where sender = ? and request_key = ?")
                .params(status, answer, sender, key)
                .update();
    }

    /** Forgets the keys that were used before a moment; answers how many. */
    public int forget(Instant before) {
        return sql.sql("delete from keyed_request where answered_at < ?")
                .param(Sql.time(before))
                .update();
    }
}
