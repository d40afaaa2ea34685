package org.claimgate.cli.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimgate.claim.Claims;
import org.claimgate.claim.edit.Edits;
import org.claimgate.claim.edit.Kind;
import org.claimgate.guide.Document;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.response.Balance;
import org.claimgate.response.SetBalance;

/**
 * What is wrong with received documents although their guide allows it: sums that do not add up, pointers to nothing. These
 * are warnings: the file says what it says. Where segments or elements are missing or could not be read, nothing is said of what follows
 * from that.
 */
public final class ReceivedEdits {

    private static final String PAYMENT = "claim-payment";
    private static final String SEGMENT = "IK304:";
    /** An element is missing. */
    private static final List<String> MISSING = List.of("IK403:1", "IK403:2");

    private final Edits edits;
    private final Consumer<Issue> issues;
    private SetBalance setBalance = new SetBalance();
    /** Where BPR02 stands in the set. */
    private Place paid = Place.NOWHERE;

    /** By how much the payments of the set's claims are off. */
    private BigDecimal claimsOff = BigDecimal.ZERO;

    /** The fields that something was said of since the last document. */
    private final Set<String> told = new HashSet<>();

    private boolean documentTorn;
    private boolean setTorn;

    /** @param issues told of what is found, when the document or the set has ended */
    public ReceivedEdits(Edits edits, Consumer<Issue> issues) {
        this.edits = edits;
        this.issues = issues;
    }

    /** The guide, or the envelope, has something to say of what is being read. */
    public void note(Issue issue) {
        told.add(issue.pointer());
        if (issue.isError() && (issue.code().startsWith(SEGMENT) || MISSING.contains(issue.code()))) {
            documentTorn = true;
            setTorn = true;
        }
    }

    public void check(Guide guide, Document read) {
        boolean torn = documentTorn;
        documentTorn = false;
        if (guide.vocabulary().equals(PAYMENT)) {
            checkPayment(read, torn);
        } else if (Claims.areDocumentsOf(guide) && !torn) {
            checkClaim(guide, read);
        }
        told.clear();
    }

    private void checkPayment(Document read, boolean torn) {
        ObjectNode document = read.json();
        setBalance.add(document);
        paid = paid.equals(Place.NOWHERE) ? read.place(SetBalance.PAID) : paid;
        if (document.has("claimPaymentInfo") && !torn) {
            Balance balance = Balance.of(document);
            claimsOff = claimsOff.add(balance.sum(Balance.Level.CLAIM));
            balance.causes()
                    .forEach(difference -> report("EDIT:balance", difference, read.place(difference.pointer())));
        }
    }

    private void checkClaim(Guide guide, Document read) {
        ObjectNode document = read.json();
        if (document.has("claimInformation")) {
            for (Issue issue : edits.checkReceived(document, Kind.of(guide.vocabulary()))) {
                if (!told.contains(issue.pointer())) {
                    issues.accept(issue.at(read.place(issue.pointer()), issue.pointer())
                            .doubted());
                }
            }
        }
    }

    /** The set has ended. Where it is off by what its claims are off, that was told of them. */
    public void endSet() {
        List<Balance.Difference> differences = setBalance.result().differences();
        for (Balance.Difference difference : differences) {
            boolean told =
                    claimsOff.signum() != 0 && difference.amount().negate().compareTo(claimsOff) == 0;
            if (!told && !setTorn) {
                report("EDIT:set-balance", difference, paid);
            }
        }
        setBalance = new SetBalance();
        paid = Place.NOWHERE;
        claimsOff = BigDecimal.ZERO;
        documentTorn = false;
        setTorn = false;
    }

    private void report(String code, Balance.Difference difference, Place place) {
        String message = "expected " + difference.expected().toPlainString() + ": what the other amounts add up to";
        String actual = difference.actual().toPlainString();
        issues.accept(Issue.warning(code, message, place, difference.pointer(), actual));
    }
}
