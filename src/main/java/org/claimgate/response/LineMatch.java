package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service line of a payment, and the line of the claim that it pays.
 *
 * @param payment index of the line in the payment
 * @param claim index of the line in the claim; -1 when none is like it
 * @param by null when there is none
 */
public record LineMatch(int payment, int claim, By by) {

    private static final String SERVICE = "servicePaymentInformation";
    private static final String REVENUE_CODE = "NU";

    /** What two lines have in common. */
    public enum By {
        /** The claim's line control number, which the payer has given back (REF*6R). */
        LINE_CONTROL_NUMBER,
        /** Procedure or revenue code, charge and, where both have one, date. */
        SERVICE
    }

    /**
     * One match for each line of a payment, in their order. By its number a line of the claim is matched any number of times (payers
     * split and bundle), by its service once, and only when no number names it.
     *
     * @param claim as it was written
     */
    public static List<LineMatch> of(JsonNode payment, JsonNode claim) {
        List<ClaimLine> lines = ClaimLine.of(claim.at("/claimInformation/serviceLines"));
        Map<String, Integer> byNumber = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            byNumber.putIfAbsent(lines.get(line).number(), line);
        }
        List<Integer> named = new ArrayList<>();
        BitSet taken = new BitSet();
        for (JsonNode paid : payment.path("serviceLines")) {
            Integer line = byNumber.get(Fields.text(paid, "lineItemControlNumber"));
            named.add(line);
            if (line != null) {
                taken.set(line);
            }
        }
        List<LineMatch> matches = new ArrayList<>();
        for (int place = 0; place < named.size(); place++) {
            matches.add(
                    named.get(place) == null
                            ? byService(place, payment.path("serviceLines").get(place), lines, taken)
                            : new LineMatch(place, named.get(place), By.LINE_CONTROL_NUMBER));
        }
        return matches;
    }

    private static LineMatch byService(int place, JsonNode paid, List<ClaimLine> lines, BitSet taken) {
        for (int line = taken.nextClearBit(0); line < lines.size(); line = taken.nextClearBit(line + 1)) {
            if (isSame(lines.get(line), paid)) {
                taken.set(line);
                return new LineMatch(place, line, By.SERVICE);
            }
        }
        return new LineMatch(place, -1, null);
    }

    private static boolean isSame(ClaimLine line, JsonNode paid) {
        return isSameService(line, paid)
                && isSameDay(line.date(), Fields.text(paid, "serviceDate"))
                && isSameDay(line.date(), Fields.text(paid, "serviceStartDate"))
                && charge(paid).compareTo(line.charge()) == 0;
    }

    private static boolean isSameDay(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** What was sent, where the payer has decided on something else; a code of qualifier NU is a revenue code. */
    private static boolean isSameService(ClaimLine line, JsonNode paid) {
        boolean other = paid.path(SERVICE).has("submittedAdjudicatedProcedureCode");
        String code =
                Fields.text(paid, SERVICE, other ? "submittedAdjudicatedProcedureCode" : "adjudicatedProcedureCode");
        String qualifier = Fields.text(
                paid, SERVICE, other ? "submittedProductOrServiceIDQualifier" : "productOrServiceIDQualifier");
        String revenue = qualifier.equals(REVENUE_CODE)
                ? code
                : Fields.text(paid, SERVICE, "nationalUniformBillingCommitteeRevenueCode");
        boolean byRevenue = qualifier.equals(REVENUE_CODE) || line.procedure().isEmpty();
        return byRevenue ? !revenue.isEmpty() && revenue.equals(line.revenue()) : code.equals(line.procedure());
    }

    private static BigDecimal charge(JsonNode paid) {
        return new Amounts(paid).at("/" + SERVICE + "/lineItemChargeAmount");
    }
}
