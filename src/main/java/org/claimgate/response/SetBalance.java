package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether an 835 as a whole adds up: all CLP04 less all provider-level adjustments (PLB) is what was paid (BPR02). Takes
 * the documents of one set in turn and keeps only their sums.
 */
public final class SetBalance {

    private static final String FINANCIAL = "financialInformation";

    /** Pointer of BPR02. */
    public static final String PAID = "/" + FINANCIAL + "/totalActualProviderPaymentAmount";

    private static final String PAYMENT = "claimPaymentInfo";
    private static final String ADJUSTMENTS = "providerAdjustments";

    /** The fields of a document that it looks at. */
    public static final Set<String> FIELDS = Set.of(FINANCIAL, PAYMENT, ADJUSTMENTS);

    private final List<String> unreadable = new ArrayList<>();
    private BigDecimal expected = BigDecimal.ZERO;
    private BigDecimal paid;

    /** @param document at least its {@link #FIELDS} */
    public void add(JsonNode document) {
        Amounts amounts = new Amounts(document);
        paid = amounts.at(PAID);
        expected = expected.add(amounts.at("/" + PAYMENT + "/claimPaymentAmount"))
                .subtract(amounts.sum("/" + ADJUSTMENTS, "adjustments", "providerAdjustmentAmount"));
        unreadable.addAll(amounts.unreadable());
    }

    /** The balance after all documents of the set; a set without documents balances. */
    public Balance result() {
        if (paid == null || !unreadable.isEmpty() || expected.compareTo(paid) == 0) {
            return new Balance(List.of(), unreadable);
        }
        Balance.Difference difference = new Balance.Difference(Balance.Level.TRANSACTION, PAID, expected, paid);
        return new Balance(List.of(difference), unreadable);
    }
}
