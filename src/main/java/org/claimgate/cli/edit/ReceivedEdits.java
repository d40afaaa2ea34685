package org.claimgate.cli.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Document;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.response.Balance;
import org.claimgate.response.SetBalance;

/**
 * What is wrong with received documents although their guide allows it: sums that do not add up, pointers to nothing. These
 * are warnings: the file says what it says.
 */
public final class ReceivedEdits {

    private static final String PAYMENT = "claim-payment";

    private final Consumer<Issue> issues;
    private SetBalance setBalance = new SetBalance();
    private Place place = Place.NOWHERE;

    /** @param issues told of what is found, when the document or the set has ended */
    public ReceivedEdits(Consumer<Issue> issues) {
        this.issues = issues;
    }

    public void check(Guide guide, Document read) {
        boolean payment = guide.vocabulary().equals(PAYMENT);
        if (!payment && !Claims.areDocumentsOf(guide)) {
            return;
        }
        ObjectNode document = read.json();
        place = place(Envelope.of(document));
        if (payment) {
            setBalance.add(document);
        }
        if (document.has("claimPaymentInfo")) {
            report("EDIT:balance", Balance.of(document).differences());
        } else if (document.has("claimInformation")) {
            Claims.checkReceived(document)
                    .forEach(issue -> issues.accept(
                            Issue.warning(issue.code(), issue.message(), place, issue.pointer(), issue.value())));
        }
    }

    /** The set has ended. */
    public void endSet() {
        report("EDIT:set-balance", setBalance.result().differences());
        setBalance = new SetBalance();
    }

    private void report(String code, List<Balance.Difference> differences) {
        for (Balance.Difference difference : differences) {
            String message = "expected " + difference.expected().toPlainString() + ": what the other amounts add up to";
            String actual = difference.actual().toPlainString();
            issues.accept(Issue.warning(code, message, place, difference.pointer(), actual));
        }
    }

    private static Place place(Envelope envelope) {
        return new Place(
                envelope.interchange().controlNumber(),
                envelope.group().controlNumber(),
                envelope.set().controlNumber(),
                0,
                "",
                "",
                0,
                0);
    }
}
