package org.claimgate.ledger;

import java.util.List;

/**
 * Numbers that are never given twice. A number given in a transaction that fails afterwards may be given again, since
 * nothing can have gone out with it.
 */
public final class ControlNumbers {

    private static final long LARGEST = 999_999_999L;

    private final Sql sql;

    ControlNumbers(Sql sql) {
        this.sql = sql;
    }

    /** ISA13 of the next interchange to a partner: nine digits. */
    public String interchange(String partner) {
        return "%09d".formatted(next(partner, "interchange"));
    }

    /** GS06 of the next functional group to a partner: no leading zeros. */
    public String group(String partner) {
        return Long.toString(next(partner, "group"));
    }

    /** BHT03 of the next transaction set, whoever it goes to: nine digits or more. */
    public String batchReference() {
        return "%09d".formatted(next("gateway", "batch"));
    }

    /** TRN02 of the next question how far a claim has come, whoever it goes to: nine digits or more behind a Q. */
    public String trace() {
        return "Q%09d".formatted(next("gateway", "inquiry"));
    }

    /** Of the next removal. */
    long removal() {
        return next("gateway", "removal");
    }

    /**
     * Takes the turn of a step that runs in one process at a time. Whoever has a turn keeps it until the transaction ends; false
     * when another has it.
     */
    boolean takeTurn(String name) {
        return sql.sql("select number from control_number where scope = 'gateway' and name = ? for update skip locked")
                .param(name)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Waits for the turn of corrected claims, and keeps it until the transaction ends: they look for numbers that no claim has, and
     * nobody else may find the same one free.
     */
    public void awaitTurnOfCorrections() {
        next("gateway", "correction");
    }

    void raise(int margin) {
        sql.sql("update control_number set number = number + ?").param(margin).update();
    }

    /** Messages have ids that are made of numbers of rows. */
    void raiseIdentities(int margin) {
        for (String table :
                List.of("content", "inbox_file", "interchange", "claim_event", "outbox", "inquiry", "act")) {
            long last = sql.sql("select coalesce(max(id), 0) from " + table)
                    .query(Long.class)
                    .single();
            sql.template().execute("alter table " + table + " alter column id restart with " + (last + margin + 1));
        }
    }

    /** ST02 of a set: its place in its group, from 1; four digits or more. */
    public static String set(int place) {
        return "%04d".formatted(place);
    }

    private long next(String scope, String name) {
        return sql.inTransaction(() -> {
            if (!advance(scope, name)) {
                sql.inserts(() -> sql.sql("insert into control_number (scope, name, number) values (?, ?, 0)")
                        .params(scope, name)
                        .update());
                advance(scope, name);
            }
            long number = sql.sql("select number from control_number where scope = ? and name = ?")
                    .params(scope, name)
                    .query(Long.class)
                    .single();
            if (number > LARGEST) {
                throw new IllegalStateException("the " + name + " control numbers of " + scope + " are used up");
            }
            return number;
        });
    }

    private boolean advance(String scope, String name) {
        return sql.sql("update control_number set number = number + 1 where scope = ? and name = ?")
                        .params(scope, name)
                        .update()
                == 1;
    }
}
