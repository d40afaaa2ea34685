package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.Balance;
import org.claimgate.response.Outcome;
import org.claimgate.response.Remittance;
import org.claimgate.response.SetBalance;

/** 835: speaks of a claim; what a set pays or keeps beside its claims is a payment of no claim. */
final class PaymentAnswers implements AnswerKind {

    private final Answering answering;
    private final Correlation correlation;
    private String set = "";
    private ObjectNode place;
    private SetBalance setBalance = new SetBalance();

    PaymentAnswers(Answering answering) {
        this.answering = answering;
        this.correlation = new Correlation(answering.ledger(), answering.partner());
    }

    @Override
    public String vocabulary() {
        return Remittance.VOCABULARY;
    }

    @Override
    public void handle(ObjectNode document) {
        ObjectNode documentPlace = place(document);
        if (!documentPlace.toString().equals(set)) {
            end();
            set = documentPlace.toString();
            place = documentPlace;
        }
        setBalance.add(document);
        if (Remittance.isIn(document)) {
            claim(Remittance.of(document), document);
        } else {
            beside(document);
        }
    }

    /** A set that does not add up is told of once all its claims are. */
    @Override
    public void end() {
        Balance balance = setBalance.result();
        if (!balance.isBalanced()) {
            ObjectNode more = JsonNodeFactory.instance.objectNode();
            more.set("place", place);
            more.set("balance", json(balance));
            answering.problem("BALANCE:835", "The payment is not the sum of its claims and adjustments", more);
        }
        setBalance = new SetBalance();
        set = "";
    }

    private void claim(Remittance payment, ObjectNode document) {
        ObjectNode balance = json(Balance.of(document));
        Finding finding = Finding.of(payment.outcome(), document)
                .naming("payerClaimControlNumber", payment.payerClaimControlNumber())
                .naming("checkOrEFTTraceNumber", payment.trace());
        Optional<StoredClaim> claim = correlation.claim(payment);
        if (claim.isEmpty()) {
            answering.unmatchedPayment(payment.patientControlNumber(), finding, balance);
            return;
        }
        answering.payment(claim.get().named(payment.payerClaimControlNumber()), finding, balance);
    }

    /** Provider-level adjustments, or a set without any claim. */
    private void beside(ObjectNode document) {
        boolean adjusts = document.has("providerAdjustments");
        Outcome outcome = new Outcome(
                adjusts ? "PROVIDER_ADJUSTMENT_835" : "REMITTANCE_835",
                null,
                adjusts ? "Adjustments at provider level (835)" : "Remittance without claims (835)",
                List.of());
        String trace = document.at("/paymentAndRemitReassociationDetails/checkOrEFTTraceNumber")
                .asText();
        Finding finding = Finding.of(outcome, document).naming("checkOrEFTTraceNumber", trace);
        answering.unmatchedPayment("", finding, json(setBalance.result()));
    }

    private static ObjectNode place(ObjectNode document) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put(
                "interchange", document.at("/envelope/interchangeControlNumber").asText());
        place.put("group", document.at("/envelope/groupControlNumber").asText());
        place.put("set", document.at("/envelope/transactionSetControlNumber").asText());
        return place;
    }

    /** {@code {balanced, differences: [{level, pointer, expected, actual, difference}], unreadable: [pointer]}}. */
    private static ObjectNode json(Balance balance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("balanced", balance.isBalanced());
        ArrayNode differences = json.putArray("differences");
        for (Balance.Difference difference : balance.differences()) {
            differences
                    .addObject()
                    .put("level", difference.level().name().toLowerCase(Locale.ROOT))
                    .put("pointer", difference.pointer())
                    .put("expected", difference.expected().toPlainString())
                    .put("actual", difference.actual().toPlainString())
                    .put("difference", difference.amount().toPlainString());
        }
        if (!balance.unreadable().isEmpty()) {
            ArrayNode unreadable = json.putArray("unreadable");
            balance.unreadable().forEach(unreadable::add);
        }
        return json;
    }
}
