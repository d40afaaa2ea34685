package org.claimgate.receipt;

/** What an acknowledgment says in TA104, IK501 or AK901. */
public enum Verdict {
    ACCEPTED("A"),
    /** Accepted, with errors noted: the sender must not send it again. */
    ERRORS_NOTED("E"),
    /** Of a functional group only: some of its sets are accepted, others rejected. */
    PARTLY_ACCEPTED("P"),
    REJECTED("R");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
