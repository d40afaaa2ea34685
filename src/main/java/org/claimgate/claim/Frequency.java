package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Whether a canonical claim is new to its payer, or speaks of one that the payer has: the frequency code (2300 CLM05-3) and the
 * payer's claim control number (2300 REF*F8).
 */
public record Frequency(ObjectNode document) {

    private static final String ORIGINAL = "1";
    private static final String REPLACEMENT = "7";
    private static final String VOID = "8";
    private static final Set<String> OF_EARLIER = Set.of(REPLACEMENT, VOID);

    private static final String INFORMATION = "claimInformation";
    private static final String CODE = "claimFrequencyCode";
    private static final String SUPPLEMENT = "claimSupplementalInformation";
    private static final String NUMBER = "claimControlNumber";

    /** Empty for none. */
    public String code() {
        return document.path(INFORMATION).path(CODE).asText("");
    }

    /** REF*F8; empty for none. */
    public String payerControlNumber() {
        return document.path(INFORMATION).path(SUPPLEMENT).path(NUMBER).asText("");
    }

    public boolean isVoid() {
        return code().equals(VOID);
    }

    /** Whether it speaks of an earlier claim, and says which one that is to the payer. */
    public boolean namesPayersClaim() {
        return isOfEarlier() && !payerControlNumber().isEmpty();
    }

    private boolean isOfEarlier() {
        return OF_EARLIER.contains(code());
    }

    /** A new claim: a replacement or void becomes an original, an interim bill stays one. */
    public void beOriginal() {
        beOriginal(ORIGINAL);
    }

    /**
     * {@link #beOriginal()} that was of another code before.
     *
     * @param before CLM05-3 of the original; empty where it is not known
     */
    public void beOriginal(String before) {
        boolean isOriginal = !before.isEmpty() && !OF_EARLIER.contains(before);
        be(isOfEarlier() ? (isOriginal ? before : ORIGINAL) : code(), "");
    }

    /** A void stays one; everything else replaces the claim that the payer knows by this number. */
    public void beOf(String payerControlNumber) {
        be(isVoid() ? VOID : REPLACEMENT, payerControlNumber);
    }

    /** What is no object where one belongs is told of as it is. */
    private static boolean isUnreadable(ObjectNode information) {
        return information.has(SUPPLEMENT) && !information.get(SUPPLEMENT).isObject();
    }

    private void be(String code, String payerControlNumber) {
        if (!(document.get(INFORMATION) instanceof ObjectNode information) || isUnreadable(information)) {
            return;
        }
        if (!code.isEmpty()) {
            information.set(CODE, TextNode.valueOf(code));
        }
        if (!payerControlNumber.isEmpty()) {
            information.withObject("/" + SUPPLEMENT).put(NUMBER, payerControlNumber);
        } else if (information.get(SUPPLEMENT) instanceof ObjectNode supplement) {
            supplement.remove(NUMBER);
            if (supplement.isEmpty()) {
                information.remove(SUPPLEMENT);
            }
        }
    }
}
