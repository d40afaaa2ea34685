package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the amounts of a claim payment add up. A line: SVC02 less its CAS is SVC03. A claim: CLP03 less its own CAS and
 * those of its lines is CLP04. AMT and QTY inform only and are left out.
 *
 * @param differences what does not add up
 * @param unreadable pointers of amounts that are no numbers; the sums that they take part in are not judged
 */
public record Balance(List<Difference> differences, List<String> unreadable) {

    /** Everything adds up. */
    public static final Balance EVEN = new Balance(List.of(), List.of());

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

    /** Whether the amounts of a level add up; false as well when amounts are no numbers. */
    public boolean isBalanced(Level level) {
        return unreadable.isEmpty() && differences.stream().noneMatch(difference -> difference.level() == level);
    }

    /** The balance of one claim payment and its lines. */
    public static Balance of(JsonNode document) {
        List<Difference> differences = new ArrayList<>();
        Set<String> unreadable = new LinkedHashSet<>();
        Amounts claim = new Amounts(document);
        BigDecimal expected =
                claim.at("/claimPaymentInfo/totalClaimChargeAmount").subtract(adjustments(claim, "/claimAdjustments"));
        for (int i = 0; i < document.path("serviceLines").size(); i++) {
            String line = "/serviceLines/" + i;
            checkLine(document, line, differences, unreadable);
            expected = expected.subtract(adjustments(claim, line + "/serviceAdjustments"));
        }
        check(claim, Level.CLAIM, "/claimPaymentInfo/claimPaymentAmount", expected, differences);
        unreadable.addAll(claim.unreadable());
        return new Balance(differences, List.copyOf(unreadable));
    }

    private static void checkLine(
            JsonNode document, String line, List<Difference> differences, Set<String> unreadable) {
        Amounts amounts = new Amounts(document);
        String service = line + "/servicePaymentInformation";
        BigDecimal expected = amounts.at(service + "/lineItemChargeAmount")
                .subtract(adjustments(amounts, line + "/serviceAdjustments"));
        check(amounts, Level.LINE, service + "/lineItemProviderPaymentAmount", expected, differences);
        unreadable.addAll(amounts.unreadable());
    }

    /**
     * The differences that follow from no other: a claim that is off by what its lines are off together has no mistake of
     * its own.
     */
    public List<Difference> causes() {
        BigDecimal ofLines = sum(Level.LINE);
        return differences.stream()
                .filter(difference -> difference.level() == Level.LINE
                        || ofLines.signum() == 0
                        || difference.amount().compareTo(ofLines) != 0)
                .toList();
    }

    /** By how much the amounts of a level are off together. */
    public BigDecimal sum(Level level) {
        return differences.stream()
                .filter(difference -> difference.level() == level)
                .map(Difference::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void check(
            Amounts amounts, Level level, String pointer, BigDecimal expected, List<Difference> differences) {
        BigDecimal actual = amounts.at(pointer);
        if (amounts.unreadable().isEmpty() && expected.compareTo(actual) != 0) {
            differences.add(new Difference(level, pointer, expected, actual));
        }
    }

    private static BigDecimal adjustments(Amounts amounts, String groups) {
        return amounts.sum(groups, "adjustments", "amount");
    }
}
