package org.claimgate.response;

import java.util.Arrays;
import java.util.Set;

/**
 * What a partner answers to a claim, one after the other: each of them says that those before it are not to be waited for any
 * more, because the claim has come further than they would tell.
 */
public enum AwaitedAnswer {
    INTERCHANGE_ACKNOWLEDGMENT("TA1"),
    SET_ACKNOWLEDGMENT("999"),
    CLAIM_ACKNOWLEDGMENT("277CA"),
    PAYMENT("835");

    /** What a payer's status (277) or a partner's own report says of claims that it has taken into processing. */
    private static final Set<String> IN_PROCESS = Set.of(
            "ACCEPTED_277",
            "PENDED_277",
            "INFORMATION_REQUESTED_277",
            "FINALIZED_277",
            "DENIED_277",
            "ACCEPTED_REPORT");

    private static final Set<String> RECEIVED = Set.of("ACKNOWLEDGED_277", "RECEIVED_REPORT");

    private final String code;

    AwaitedAnswer(String code) {
        this.code = code;
    }

    /** Number of the transaction set, or TA1: as kinds of events end in it and partner profiles name it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for no answer's code */
    public static AwaitedAnswer of(String code) {
        return Arrays.stream(values())
                .filter(answer -> answer.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody waits for " + code));
    }

    /** Whether an event of this kind, such as {@code ACCEPTED_999}, in the life of a claim ends the waiting. */
    public boolean isEndedBy(String kind) {
        return ordinal() <= furthest(kind);
    }

    /** Ordinal of the last answer that is not to be waited for after an event; -1 for none. */
    private static int furthest(String kind) {
        if (kind.startsWith("INQUIRY_") || kind.startsWith("OVERDUE_")) {
            return -1;
        }
        if (kind.startsWith("REJECTED_")) {
            return PAYMENT.ordinal();
        }
        if (IN_PROCESS.contains(kind)) {
            return CLAIM_ACKNOWLEDGMENT.ordinal();
        }
        if (RECEIVED.contains(kind)) {
            return SET_ACKNOWLEDGMENT.ordinal();
        }
        return Arrays.stream(values())
                .filter(answer -> kind.endsWith("_" + answer.code))
                .mapToInt(AwaitedAnswer::ordinal)
                .findFirst()
                .orElse(-1);
    }
}
