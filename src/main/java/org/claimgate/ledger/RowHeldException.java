package org.claimgate.ledger;

/** Another transaction holds a row, and H2 has waited for it as long as it was told to. The statement has changed nothing. */
final class RowHeldException extends LedgerException {

    private static final long serialVersionUID = 1L;

    RowHeldException(String message) {
        super(Kind.BUSY, message);
    }
}
