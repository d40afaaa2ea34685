package org.claimgate.ledger;

import java.sql.SQLException;
import org.claimgate.ledger.LedgerException.Kind;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Makes exceptions that hold neither values nor statements, both of which drivers put into their messages. */
final class Translator implements SQLExceptionTranslator {

    private static final String IS_THERE_ALREADY = "23505";
    private static final String H2_LOCK_TIMEOUT = "HYT00";
    /** H2 could not write its file, or something else went wrong inside of it: nothing of ours, and nothing of what was handled. */
    private static final String H2_FAILURE = "HY000";
    /** No database leaves the state out; the pool does, when it has closed a connection that broke. */
    private static final String FROM_THE_POOL = "";
    /** PostgreSQL has ended the transaction, because nothing was asked in it for too long. */
    private static final String SILENT_TOO_LONG = "25P03";
    /** PostgreSQL is a standby. */
    private static final String READ_ONLY = "25006";

    @Override
    public LedgerException translate(String task, String sql, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        Kind kind = kind(state);
        String message = "ledger: " + words(kind) + " (SQL state " + state + ")";
        LedgerException clean =
                state.equals(H2_LOCK_TIMEOUT) ? new RowHeldException(message) : new LedgerException(kind, message);
        clean.setStackTrace(cause.getStackTrace());
        return clean;
    }

    /** No connection, or a transaction that could not begin or end. */
    static LedgerException unavailable(Exception cause) {
        LedgerException clean = new LedgerException(Kind.UNAVAILABLE, "ledger: " + words(Kind.UNAVAILABLE));
        clean.setStackTrace(cause.getStackTrace());
        return clean;
    }

    private static Kind kind(String state) {
        if (state.equals(H2_LOCK_TIMEOUT)) {
            return Kind.BUSY;
        }
        if (state.equals(H2_FAILURE)
                || state.equals(FROM_THE_POOL)
                || state.equals(SILENT_TOO_LONG)
                || state.equals(READ_ONLY)) {
            return Kind.UNAVAILABLE;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "23" -> state.equals(IS_THERE_ALREADY) ? Kind.CONFLICT : Kind.BROKEN;
            case "40", "55" -> Kind.BUSY;
            case "08", "53", "57", "58", "90" -> Kind.UNAVAILABLE;
            default -> Kind.BROKEN;
        };
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case CONFLICT -> "the row is there already";
            case BUSY -> "another transaction was in the way";
            case UNAVAILABLE -> "the database is not available";
            case BROKEN -> "the statement failed";
        };
    }
}
