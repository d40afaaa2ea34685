package org.claimgate.claim.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One reason and amount of a CAS, of the claim (2320) or of a line (2430). */
public record Adjustment(ClaimLoop loop, Part part) {

    static List<Adjustment> all(ClaimLoop loop, List<Part> groups) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Part group : groups) {
            group.items("adjustments").forEach(item -> adjustments.add(new Adjustment(loop, item)));
        }
        return adjustments;
    }

    /** The sum of the amounts; null when one of them is no number. */
    public static BigDecimal sum(List<Adjustment> adjustments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Adjustment adjustment : adjustments) {
            BigDecimal amount = adjustment.amount().number();
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return sum;
    }

    public Field reason() {
        return part.field("reason");
    }

    public Field amount() {
        return part.field("amount");
    }
}
