package org.claimgate.ledger;

import org.springframework.dao.DataAccessException;

/**
 * The ledger could not do its work. Carries the kind and the SQL state; never a statement's text or a row's values, nor
 * the driver's exception, whose text holds both.
 */
public sealed class LedgerException extends DataAccessException permits RowHeldException {

    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    public enum Kind {
        /** The row is there already. */
        CONFLICT,
        /** Another transaction was in the way, or has been faster: run the step again. */
        BUSY,
        /** The database cannot be reached or cannot write: run the step again, later. */
        UNAVAILABLE,
        /** A mistake of ours. */
        BROKEN
    }

    private final Kind kind;

    LedgerException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Whether the same step may well succeed when it is run again. */
    public boolean mayHeal() {
        return kind == Kind.BUSY || kind == Kind.UNAVAILABLE;
    }

    public Kind kind() {
        return kind;
    }
}
