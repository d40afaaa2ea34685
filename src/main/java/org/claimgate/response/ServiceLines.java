package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the service line of a claim that a 277CA speaks of. */
final class ServiceLines {

    private final List<ClaimLine> lines;
    private final JsonNode answers;

    /** @param answers the service lines of the answer */
    ServiceLines(SentClaim claim, JsonNode answers) {
        this.lines = ClaimLine.of(claim.lines());
        this.answers = answers;
    }

    /**
     * By the line's control number (REF*FJ), which is its number in the claim where it has none; or else by what was done and
     * charged, where that tells; or else by the order, where all lines are answered.
     *
     * @return index of the line; -1 where it is not known
     */
    int index(int answer) {
        String number = Fields.text(answers.get(answer), "lineItemControlNumber");
        if (!number.isEmpty()) {
            return only(line -> line.number().equals(number));
        }
        JsonNode service = answers.get(answer).path("service");
        int found = only(line -> isSame(line, service));
        return found < 0 && answers.size() == lines.size() ? answer : found;
    }

    private int only(Predicate<ClaimLine> fits) {
        List<Integer> found = IntStream.range(0, lines.size())
                .filter(line -> fits.test(lines.get(line)))
                .boxed()
                .toList();
        return found.size() == 1 ? found.get(0) : -1;
    }

    private static boolean isSame(ClaimLine line, JsonNode answered) {
        String code = Fields.text(answered, "procedureCode");
        return !code.isEmpty()
                && (code.equals(line.procedure()) || code.equals(line.revenue()))
                && new Amounts(answered).at("/chargeAmount").compareTo(line.charge()) == 0;
    }
}
