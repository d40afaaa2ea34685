package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.Balance;
import org.claimgate.response.ExplainedCode;
import org.claimgate.response.LineMatch;
import org.claimgate.response.Outcome;
import org.claimgate.response.ProviderAdjustment;
import org.claimgate.response.Remittance;
import org.claimgate.response.Underpayment;

/**
 * 835: speaks of a claim; what a set pays or keeps beside its claims is a payment of no claim. The claims of many payments are looked
 * up together.
 */
final class PaymentAnswers implements AnswerKind {

    /** So many documents, and not many more service lines, wait for one another. */
    private static final int MOST = 200;

    private static final int MOST_LINES = 2_000;

    private static final String LINES = "serviceLines";
    private final Answering answering;
    private final Correlation correlation;
    private SetBalances sets;
    private ObjectNode place;
    private final List<Part> waiting = new ArrayList<>();
    private int waitingLines;
    private Map<String, ObjectNode> written = Map.of();

    /** @param payment empty for what stands beside the claims */
    private record Part(ObjectNode document, String text, Optional<Remittance> payment) {

        static Part of(ObjectNode document, String text) {
            return new Part(
                    document,
                    text,
                    Optional.of(document).filter(Remittance::isIn).map(Remittance::of));
        }
    }

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
        handle(document, document.toString());
    }

    @Override
    public void handle(ObjectNode document, String text) {
        if (sets == null) {
            sets = SetBalances.of(answering);
        }
        ObjectNode documentPlace = SetBalances.place(document);
        if (!documentPlace.equals(place)) {
            end();
            place = documentPlace;
        }
        waiting.add(Part.of(document, text));
        waitingLines += document.path(LINES).size();
        if (waiting.size() == MOST || waitingLines >= MOST_LINES) {
            answer();
        }
    }

    private void answer() {
        lookUp();
        // What payments say by themselves is found out on all processors.
        waiting.parallelStream().map(this::answer).toList().forEach(Runnable::run);
        waiting.clear();
        waitingLines = 0;
    }

    private void lookUp() {
        List<StoredClaim> claims = correlation.expect(
                waiting.stream().flatMap(part -> part.payment().stream()).toList());
        written = waitingLines == 0 ? Map.of() : answering.ledger().claims().written(claims);
    }

    /** A set that does not add up is told of once all its claims are. */
    @Override
    public void end() {
        if (place == null) {
            return;
        }
        answer();
        Balance balance = sets.of(place);
        if (!balance.isBalanced()) {
            ObjectNode more = JsonNodeFactory.instance.objectNode();
            more.set("place", place);
            more.set("balance", PaymentJson.balance(Balance.EVEN, balance).put("balanced", false));
            answering.problem("BALANCE:835", "The payment is not the sum of its claims and adjustments", more);
        }
        place = null;
    }

    /** Reads what a document says by itself; what is given back tells of it, in its turn. */
    private Runnable answer(Part part) {
        ObjectNode document = part.document();
        if (part.payment().isEmpty()) {
            return () -> beside(document);
        }
        Remittance payment = part.payment().get();
        ObjectNode more = told(document, Balance.of(document));
        // The message tells the text as it was read, which is not made anew of the document.
        more.putRawValue(Answering.PAYMENT, new RawValue(part.text()));
        Optional<Underpayment> underpayment = payment.isPaying() ? Underpayment.of(document) : Optional.empty();
        more.set("underpayment", underpayment.map(PaymentJson::underpayment).orElse(null));
        return () -> claim(payment, document, more);
    }

    private void claim(Remittance payment, ObjectNode document, ObjectNode more) {
        Finding finding = Finding.of(payment.outcome(), document)
                .naming("payerClaimControlNumber", payment.payerClaimControlNumber())
                .naming("checkOrEFTTraceNumber", payment.trace());
        Optional<StoredClaim> claim = correlation.claim(payment);
        if (claim.isEmpty()) {
            answering.unmatchedPayment(payment.patientControlNumber(), finding, more);
            return;
        }
        ofClaim(claim.get(), payment, finding, more);
    }

    private void ofClaim(StoredClaim claim, Remittance payment, Finding finding, ObjectNode more) {
        ObjectNode facts = Reversals.facts(payment, answering.nextMessage());
        if (payment.isReversal()) {
            ObjectNode reversed = Reversals.takenBack(
                            answering.ledger().claims().events(claim.id()), facts)
                    .orElse(null);
            more.set("reverses", reversed);
            facts.set(Reversals.REVERSES, reversed == null ? null : reversed.get(Reversals.MESSAGE));
        }
        more.set("lines", PaymentJson.lines(lines(claim, finding.document())));
        answering.payment(
                claim.named(payment.payerClaimControlNumber()), finding.keeping(Reversals.PAYMENT, facts), more);
        correlation.changed(claim);
    }

    /** Nobody knows the lines of a claim whose content has been removed. */
    private List<LineMatch> lines(StoredClaim claim, ObjectNode document) {
        if (!document.has(LINES)) {
            return List.of();
        }
        ObjectNode asWritten = written.containsKey(claim.id())
                ? written.get(claim.id())
                : answering.ledger().claims().written(claim.id());
        return asWritten == null ? List.of() : LineMatch.of(document, asWritten);
    }

    /** Each provider-level adjustment by itself; or a set without any claim or adjustment. */
    private void beside(ObjectNode document) {
        List<ObjectNode> adjustments = ProviderAdjustment.apart(document);
        if (adjustments.isEmpty()) {
            beside(document, "REMITTANCE_835", "Remittance without claims (835)", told(document, Balance.EVEN));
        }
        for (ObjectNode alone : adjustments) {
            ObjectNode more = told(alone, Balance.EVEN);
            more.set("adjustment", PaymentJson.adjustment(ProviderAdjustment.of(alone), answering.guides()::meaning));
            beside(alone, "PROVIDER_ADJUSTMENT_835", "Adjustment at provider level (835)", more);
        }
    }

    private void beside(ObjectNode document, String kind, String summary, ObjectNode more) {
        Finding finding = Finding.of(new Outcome(kind, null, summary, List.of()), document)
                .naming(
                        "checkOrEFTTraceNumber",
                        document.at("/paymentAndRemitReassociationDetails/checkOrEFTTraceNumber")
                                .asText());
        answering.unmatchedPayment("", finding, more);
    }

    /** What every payment message tells of its document. */
    private ObjectNode told(ObjectNode document, Balance balance) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.set("reassociation", PaymentJson.reassociation(document));
        more.set("balance", PaymentJson.balance(balance, sets.of(place)));
        more.set("codes", PaymentJson.codes(ExplainedCode.in(document, answering.guides()::meaning)));
        return more;
    }
}
