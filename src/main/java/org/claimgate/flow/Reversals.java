package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.response.Remittance;

/**
 * Finds the payment that a reversal takes back, among the events of its claim: each event of a payment keeps the payment's numbers
 * and amounts in its detail.
 */
final class Reversals {

    /** Of an event's detail: what {@link #facts} gives, and the id of the message that told it. */
    static final String PAYMENT = "payment";

    /** Of the facts: id of the payment message. */
    static final String MESSAGE = "message";

    /** Of the facts of a reversal: id of the payment message that it takes back; null when it is not known. */
    static final String REVERSES = "reverses";

    private static final String CHARGE = "totalClaimChargeAmount";
    private static final String PAID = "claimPaymentAmount";
    private static final String PAYER_NUMBER = "payerClaimControlNumber";

    private Reversals() {}

    /** What is kept of a payment. */
    static ObjectNode facts(Remittance payment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(CHARGE, payment.charge().toPlainString())
                .put(PAID, payment.paid().toPlainString())
                .put(PAYER_NUMBER, payment.payerClaimControlNumber())
                .put("checkOrEFTTraceNumber", payment.trace());
    }

    /**
     * The last payment with the opposite amounts that no reversal has taken back yet; without one, the last of the same number of
     * the payer's.
     *
     * @param events of the claim, before the reversal
     * @param reversal its {@link #facts}
     */
    static Optional<ObjectNode> takenBack(List<ClaimEvent> events, ObjectNode reversal) {
        List<ObjectNode> standing = new ArrayList<>();
        for (ClaimEvent event : events) {
            if (event.detail() != null && event.detail().get(PAYMENT) instanceof ObjectNode payment) {
                if (payment.has(REVERSES)) {
                    standing.removeIf(earlier -> earlier.get(MESSAGE).equals(payment.get(REVERSES)));
                } else {
                    standing.add(payment);
                }
            }
        }
        return last(standing, payment -> isOpposite(payment, reversal, CHARGE) && isOpposite(payment, reversal, PAID))
                .or(() -> last(
                        standing,
                        payment -> !reversal.get(PAYER_NUMBER).asText().isEmpty()
                                && payment.get(PAYER_NUMBER).equals(reversal.get(PAYER_NUMBER))));
    }

    private static Optional<ObjectNode> last(List<ObjectNode> payments, Predicate<ObjectNode> fits) {
        return payments.stream().filter(fits).reduce((earlier, later) -> later);
    }

    private static boolean isOpposite(JsonNode payment, JsonNode reversal, String amount) {
        BigDecimal paid = new BigDecimal(payment.get(amount).asText());
        return paid.compareTo(new BigDecimal(reversal.get(amount).asText()).negate()) == 0;
    }
}
