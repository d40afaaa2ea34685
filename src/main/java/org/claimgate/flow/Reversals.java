package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.response.Remittance;

/**
 * Finds the payment that a reversal takes back, among the events of its claim: each event of a payment keeps the payment's numbers
 * and amounts in its detail.
 */
final class Reversals {

    /** Of an event's detail: what {@link #facts} gives. */
    static final String PAYMENT = "payment";

    /** Of the facts: id of the payment message. */
    static final String MESSAGE = "message";

    /** Of the facts of a reversal: id of the payment message that it takes back; null when it is not known. */
    static final String REVERSES = "reverses";

    private static final String CHARGE = "totalClaimChargeAmount";
    private static final String PAID = "claimPaymentAmount";
    private static final String PAYER_NUMBER = "payerClaimControlNumber";

    private Reversals() {}

    /**
     * What is kept of a payment.
     *
     * @param message id of the message that tells of it
     */
    static ObjectNode facts(Remittance payment, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(MESSAGE, message)
                .put(CHARGE, payment.charge().toPlainString())
                .put(PAID, payment.paid().toPlainString())
                .put(PAYER_NUMBER, payment.payerClaimControlNumber())
                .put("checkOrEFTTraceNumber", payment.trace());
    }

    /** Where a payment stands among those of its file, whichever reading of the file told it. */
    private record Told(String file, int ordinal) {

        private static final Pattern ID = Pattern.compile("(file:[0-9a-f]+)(?:/\\d+)?:(\\d+)");

        static Told by(JsonNode message) {
            Matcher id = ID.matcher(message.asText());
            return id.matches() ? new Told(id.group(1), Integer.parseInt(id.group(2))) : new Told(message.asText(), 0);
        }

        boolean isBefore(Told other) {
            return !file.equals(other.file) || ordinal < other.ordinal;
        }
    }

    /**
     * The last payment with the opposite amounts that no reversal has taken back yet; without one, the last of the same number of
     * the payer's. What an earlier reading of the same file told of later payments does not count.
     *
     * @param events of the claim, before the reversal
     * @param reversal its {@link #facts}
     */
    static Optional<ObjectNode> takenBack(List<ClaimEvent> events, ObjectNode reversal) {
        Told now = Told.by(reversal.get(MESSAGE));
        Map<Told, ObjectNode> standing = new LinkedHashMap<>();
        Map<Told, Told> takenBack = new HashMap<>();
        for (ClaimEvent event : events) {
            if (event.detail() == null || !(event.detail().get(PAYMENT) instanceof ObjectNode payment)) {
                continue;
            }
            Told told = Told.by(payment.get(MESSAGE));
            if (!told.isBefore(now)) {
                continue;
            }
            if (payment.has(REVERSES)) {
                takenBack.put(told, Told.by(payment.get(REVERSES)));
            } else {
                standing.remove(told);
                standing.put(told, payment);
            }
        }
        standing.keySet().removeAll(takenBack.values());
        return last(
                        standing.values(),
                        payment -> isOpposite(payment, reversal, CHARGE) && isOpposite(payment, reversal, PAID))
                .or(() -> last(
                        standing.values(),
                        payment -> !reversal.get(PAYER_NUMBER).asText().isEmpty()
                                && payment.get(PAYER_NUMBER).equals(reversal.get(PAYER_NUMBER))));
    }

    private static Optional<ObjectNode> last(Collection<ObjectNode> payments, Predicate<ObjectNode> fits) {
        return payments.stream().filter(fits).reduce((earlier, later) -> later);
    }

    private static boolean isOpposite(JsonNode payment, JsonNode reversal, String amount) {
        BigDecimal paid = new BigDecimal(payment.get(amount).asText());
        return paid.compareTo(new BigDecimal(reversal.get(amount).asText()).negate()) == 0;
    }
}
