package org.claimgate.document;

import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** A document, or a record of it, goes no further, for a reason that may be told: no value of it is in the words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** @param place in words, such as {@code line 5, column 22} */
    static Refusal syntax(String expected, String place) {
        return new Refusal("DOCUMENT:syntax", "expected " + expected + " (" + place + ")");
    }

    static Refusal limit(String expected, String place) {
        return new Refusal("DOCUMENT:limit", "expected " + expected + " (" + place + ")");
    }

    static Refusal mapping(String message) {
        return new Refusal("DOCUMENT:mapping", message);
    }

    Issue issue() {
        return Issue.error(code, getMessage(), Place.NOWHERE, "", null);
    }

    /** The same, of one record. */
    Refusal of(int record) {
        return new Refusal(code, "record " + record + ": " + getMessage());
    }
}
