package org.claimgate.claim.edit;

/** The two kinds of claims, each with the guide that its ids begin with and the name of its vocabulary. */
public enum Kind {
    PROFESSIONAL("X222", "professional-claim"),
    INSTITUTIONAL("X223", "institutional-claim");

    private final String prefix;
    private final String vocabulary;

    Kind(String prefix, String vocabulary) {
        this.prefix = prefix;
        this.vocabulary = vocabulary;
    }

    /** What the ids of its edits begin with: {@code X222} or {@code X223}. */
    public String prefix() {
        return prefix;
    }

    public String vocabulary() {
        return vocabulary;
    }

    public static Kind of(String vocabulary) {
        return vocabulary.equals(INSTITUTIONAL.vocabulary) ? INSTITUTIONAL : PROFESSIONAL;
    }
}
