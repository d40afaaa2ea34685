package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the amounts of a claim payment add up. A line: SVC02 less its CAS is SVC03. A claim: CLP03 less its own CAS and
 * those of its lines is CLP04. AMT and QTY inform only and are left out.
 *
 * @param differences what does not add up
 * @param unreadable pointers of amounts that are no numbers and were counted as nothing
 */
public record Balance(List<Difference> differences, List<String> unreadable) {

    /** Where a sum is not what it should be. */
    public enum Level {
        LINE,
        CLAIM,
        TRANSACTION
    }

    /**
     * @param pointer of the amount that is off, in the document
     * @param expected what the other amounts add up to
     * @param actual the amount as received
     */
    public record Difference(Level level, String pointer, BigDecimal expected, BigDecimal actual) {

        public BigDecimal amount() {
            return actual.subtract(expected);
        }
    }

    public Balance {
        differences = List.copyOf(differences);
        unreadable = List.copyOf(unreadable);
    }

    public boolean isBalanced() {
        return differences.isEmpty() && unreadable.isEmpty();
    }

    /** The balance of one claim payment and its lines. */
    public static Balance of(JsonNode document) {
        Amounts amounts = new Amounts(document);
        List<Difference> differences = new ArrayList<>();
        BigDecimal lineAdjustments = BigDecimal.ZERO;
        for (int i = 0; i < document.path("serviceLines").size(); i++) {
            String line = "/serviceLines/" + i;
            BigDecimal adjustments = adjustments(amounts, line + "/serviceAdjustments");
            lineAdjustments = lineAdjustments.add(adjustments);
            String service = line + "/servicePaymentInformation";
            BigDecimal expected = amounts.at(service + "/lineItemChargeAmount").subtract(adjustments);
            check(amounts, Level.LINE, service + "/lineItemProviderPaymentAmount", expected, differences);
        }
        BigDecimal expected = amounts.at("/claimPaymentInfo/totalClaimChargeAmount")
                .subtract(adjustments(amounts, "/claimAdjustments"))
                .subtract(lineAdjustments);
        check(amounts, Level.CLAIM, "/claimPaymentInfo/claimPaymentAmount", expected, differences);
        return new Balance(differences, amounts.unreadable());
    }

    private static void check(
            Amounts amounts, Level level, String pointer, BigDecimal expected, List<Difference> differences) {
        BigDecimal actual = amounts.at(pointer);
        if (expected.compareTo(actual) != 0) {
            differences.add(new Difference(level, pointer, expected, actual));
        }
    }

    private static BigDecimal adjustments(Amounts amounts, String groups) {
        return amounts.sum(groups, "adjustments", "amount");
    }
}
