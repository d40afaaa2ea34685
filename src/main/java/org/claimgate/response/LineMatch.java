package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A service line of a payment, and the line of the claim that it pays.
 *
 * @param payment index of the line in the payment
 * @param claim index of the line in the claim; -1 when none is like it
 * @param by null when there is none
 */
public record LineMatch(int payment, int claim, By by) {

    /** What two lines have in common. */
    public enum By {
        /** The claim's line control number, which the payer has given back (REF*6R). */
        LINE_CONTROL_NUMBER,
        /** Procedure or revenue code, charge and, where both have one, date. */
        SERVICE
    }

    /** What is compared of a line; empty where it says nothing. */
    private record Line(String number, String procedure, String revenue, String date, BigDecimal charge) {

        boolean isNumbered(Line other) {
            return !number.isEmpty() && number.equals(other.number);
        }

        boolean isSameService(Line other) {
            boolean procedures = !procedure.isEmpty() && !other.procedure.isEmpty();
            String code = procedures ? procedure : revenue;
            return !code.isEmpty()
                    && code.equals(procedures ? other.procedure : other.revenue)
                    && charge.compareTo(other.charge) == 0
                    && (date.isEmpty() || other.date.isEmpty() || date.equals(other.date));
        }
    }

    /**
     * One match for each line of a payment, in their order. A line of the claim is matched by its number any number of times (payers
     * split and bundle), and by its service once.
     *
     * @param claim as it was written
     */
    public static List<LineMatch> of(JsonNode payment, JsonNode claim) {
        List<Line> lines = new ArrayList<>();
        claim.at("/claimInformation/serviceLines").forEach(line -> lines.add(ofClaim(line)));
        List<LineMatch> matches = new ArrayList<>();
        for (JsonNode paid : payment.path("serviceLines")) {
            matches.add(match(matches.size(), ofPayment(paid), lines, matches));
        }
        return matches;
    }

    private static LineMatch match(int place, Line paid, List<Line> lines, List<LineMatch> before) {
        int numbered = first(lines, (index, line) -> paid.isNumbered(line));
        if (numbered >= 0) {
            return new LineMatch(place, numbered, By.LINE_CONTROL_NUMBER);
        }
        int same = first(
                lines,
                (index, line) -> paid.isSameService(line) && before.stream().noneMatch(match -> match.claim == index));
        return new LineMatch(place, same, same < 0 ? null : By.SERVICE);
    }

    private static int first(List<Line> lines, BiPredicate<Integer, Line> fits) {
        for (int index = 0; index < lines.size(); index++) {
            if (fits.test(index, lines.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private static Line ofClaim(JsonNode line) {
        String kind = line.has("institutionalService") ? "institutionalService" : "professionalService";
        return new Line(
                firstOf(
                        Fields.text(line, "providerControlNumber"),
                        Fields.text(line, "lineItemControlNumber"),
                        Fields.text(line, "serviceLineReferenceInformation", "providerControlNumber")),
                Fields.text(line, kind, "procedureCode"),
                Fields.text(line, kind, "serviceLineRevenueCode"),
                firstOf(
                        Fields.text(line, "serviceDate"),
                        Fields.text(line, "serviceLineDateInformation", "serviceDate")),
                new Amounts(line).at("/" + kind + "/lineItemChargeAmount"));
    }

    private static Line ofPayment(JsonNode line) {
        String service = "servicePaymentInformation";
        return new Line(
                Fields.text(line, "lineItemControlNumber"),
                firstOf(
                        Fields.text(line, service, "submittedAdjudicatedProcedureCode"),
                        Fields.text(line, service, "adjudicatedProcedureCode")),
                Fields.text(line, service, "nationalUniformBillingCommitteeRevenueCode"),
                firstOf(Fields.text(line, "serviceDate"), Fields.text(line, "serviceStartDate")),
                new Amounts(line).at("/" + service + "/lineItemChargeAmount"));
    }

    private static String firstOf(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
