package org.claimgate.cli;

/** A command cannot do its work, for a reason that its message says in plain words; ends with {@link Exit#PLUMBING}. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
