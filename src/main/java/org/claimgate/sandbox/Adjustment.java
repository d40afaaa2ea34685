package org.claimgate.sandbox;

import java.math.BigDecimal;
import java.util.List;

/** One reason why less was paid than charged: group (CO, PR, OA), reason code and amount. */
record Adjustment(String group, String reason, BigDecimal amount) {

    Adjustment negated() {
        return new Adjustment(group, reason, amount.negate());
    }

    static BigDecimal total(List<Adjustment> adjustments) {
        return Money.sum(adjustments.stream().map(Adjustment::amount).toList());
    }

    static BigDecimal total(List<Adjustment> adjustments, String group) {
        return total(adjustments.stream()
                .filter(adjustment -> adjustment.group().equals(group))
                .toList());
    }
}
