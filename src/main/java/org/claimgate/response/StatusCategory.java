package org.claimgate.response;

import java.util.Arrays;
import java.util.List;

/**
 * What a claim status category (STC01-1) says where it answers a question. An answer tells no more than that a claim was
 * received, accepted or rejected: what was paid or denied is the 835's to say, so that a claim never goes back.
 */
enum StatusCategory {
    ACKNOWLEDGED(ClaimState.RECEIVED, false, "received", "A0", "A1"),
    ACCEPTED(ClaimState.ACCEPTED, false, "accepted into processing", "A2", "A5"),
    REJECTED(ClaimState.REJECTED, true, "rejected", "A3", "A6", "A7", "A8"),
    NOT_FOUND(null, true, "not found", "A4", "D0"),
    PENDED(ClaimState.ACCEPTED, false, "in process", "P"),
    INFORMATION_REQUESTED(ClaimState.ACCEPTED, true, "waits for information", "R"),
    DENIED(ClaimState.ACCEPTED, false, "decided: denied", "F2"),
    FINALIZED(ClaimState.ACCEPTED, false, "decided", "F"),
    ERROR(null, true, "cannot be answered for", "E"),
    UNKNOWN(null, false, "with an unknown status");

    private final ClaimState state;
    private final boolean complains;
    private final String words;
    private final List<String> starts;

    StatusCategory(ClaimState state, boolean complains, String words, String... starts) {
        this.state = state;
        this.complains = complains;
        this.words = words;
        this.starts = List.of(starts);
    }

    /** By the whole code or by its letter, whichever is named first. */
    static StatusCategory of(String code) {
        return Arrays.stream(values())
                .filter(category -> category.starts.stream().anyMatch(code::startsWith))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Kind of the outcome. */
    String kind() {
        return name() + "_277";
    }

    /** The state that it reports; null where it says nothing of it. */
    ClaimState state() {
        return state;
    }

    /** Whether somebody has something to do. */
    boolean complains() {
        return complains;
    }

    String words() {
        return words;
    }
}
