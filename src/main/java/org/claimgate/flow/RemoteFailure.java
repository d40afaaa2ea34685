package org.claimgate.flow;

/**
 * Something at a partner's server did not work, or may have worked without our seeing it. The message is made of our own
 * words, without what the server said.
 */
public final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, which decides who has to act. */
    public enum Kind {
        /** No connection, or it broke off, or the server fell silent: tried again. */
        UNREACHABLE,
        /** The server shows a host key that is not the partner's: nothing is tried until a person has looked. */
        UNTRUSTED,
        /** User, password or key are not accepted: tried again, a person should look. */
        LOGIN,
        /** The server refused an operation (no space, no permission): tried again. */
        REFUSED
    }

    private final Kind kind;

    public RemoteFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
