package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the service line of a claim that a 277CA speaks of. */
final class ServiceLines {

    private final JsonNode lines;
    private final JsonNode answers;

    /** @param answers the service lines of the answer */
    ServiceLines(SentClaim claim, JsonNode answers) {
        this.lines = claim.lines();
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
            return only(line -> number(line).equals(number));
        }
        JsonNode service = answers.get(answer).path("service");
        int found = only(line -> isSame(lines.get(line), service));
        return found < 0 && answers.size() == lines.size() ? answer : found;
    }

    private int only(Predicate<Integer> fits) {
        List<Integer> found =
                IntStream.range(0, lines.size()).boxed().filter(fits).toList();
        return found.size() == 1 ? found.get(0) : -1;
    }

    private String number(int line) {
        String professional = Fields.text(lines.get(line), "providerControlNumber");
        String own = professional.isEmpty() ? Fields.text(lines.get(line), "lineItemControlNumber") : professional;
        return own.isEmpty() ? String.valueOf(line + 1) : own;
    }

    private static boolean isSame(JsonNode line, JsonNode answered) {
        JsonNode service =
                line.has("institutionalService") ? line.path("institutionalService") : line.path("professionalService");
        String code = Fields.text(answered, "procedureCode");
        boolean done = !code.isEmpty()
                && (code.equals(Fields.text(service, "procedureCode"))
                        || code.equals(Fields.text(service, "serviceLineRevenueCode")));
        return done
                && new Amounts(answered).at("/chargeAmount").compareTo(new Amounts(service).at("/lineItemChargeAmount"))
                        == 0;
    }
}
