package org.claimgate.sandbox;

import java.math.BigDecimal;
import java.util.List;

/**
 * An accepted set of claims.
 *
 * @param decisions on its claims that are answered; none of a refused batch
 */
record DecidedSet(ReceivedSet set, List<Decision> decisions) {

    boolean isRefused() {
        return set.commonScenario() == Scenario.BATCH_REJECTED;
    }

    /** BHT03. */
    String batchReference() {
        return set.claims().get(0).batchReference();
    }

    /** Of the claims that are answered. */
    BigDecimal charges() {
        return Money.sum(
                decisions.stream().map(decision -> decision.claim().charge()).toList());
    }
}
