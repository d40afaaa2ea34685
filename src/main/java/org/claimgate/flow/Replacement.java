package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimgate.claim.Frequency;
import org.claimgate.claim.Replacing;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Issue.Severity;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.PatientControlNumber;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimState;

/**
 * A corrected claim in the place of an earlier one. How it is sent is decided by how far the earlier one has come: what never
 * reached the payer is sent as the earlier one was to be; what the payer knows is replaced or voided under the payer's number;
 * Medicare Part B takes new claims only. Always under a patient control number that no claim has been sent with, for a
 * payer's answer may have nothing else to tell the two apart.
 *
 * <p>In a transaction, nobody else changes the earlier claim until it ends.
 */
final class Replacement implements Replacing {

    private static final String MEDICARE_PART_A = "MA";
    private static final String MEDICARE_PART_B = "MB";

    private static final JsonPointer PATIENT_CONTROL_NUMBER =
            JsonPointer.compile("/claimInformation/patientControlNumber");

    private final Ledger ledger;
    private final String sender;
    private final Sameness sameness;
    private StoredClaim earlier;
    private Numbers numbers;

    /** Tells whether a canonical claim goes where an earlier one went, and as what that did. */
    interface Sameness {

        boolean of(StoredClaim earlier, ObjectNode document, String vocabulary);
    }

    /**
     * The patient control numbers of the corrected claim.
     *
     * @param handedIn null for none
     * @param sent null where it is the same
     */
    record Numbers(String handedIn, String sent) {}

    /** @param sender whose claims may be named by their patient control numbers */
    Replacement(Ledger ledger, String sender, Sameness sameness) {
        this.ledger = ledger;
        this.sender = sender;
        this.sameness = sameness;
    }

    @Override
    public List<Issue> fit(ObjectNode document, String vocabulary, String replaced) {
        List<StoredClaim> named = named(replaced);
        List<Issue> issues = named.size() == 1 ? fit(named.get(0), document, vocabulary) : notOne(named.size());
        if (issues.stream().anyMatch(Issue::isError)) {
            UNSEEN.fit(document, vocabulary, replaced);
        }
        return issues;
    }

    private List<Issue> fit(StoredClaim named, ObjectNode document, String vocabulary) {
        earlier = named;
        List<Issue> issues = fit(document, vocabulary);
        numbers = renumber(document);
        return issues;
    }

    /** The last in the place of each claim that may be meant. */
    private List<StoredClaim> named(String replaced) {
        List<StoredClaim> meant = ledger.claims().find(replaced).map(List::of).orElseGet(() -> ledger.claims()
                .handedInAs(sender, replaced));
        return meant.stream().map(this::last).distinct().toList();
    }

    /** One that was refused came in nobody's place. */
    private StoredClaim last(StoredClaim claim) {
        StoredClaim held = ledger.claims().lock(claim.id()).orElseThrow();
        return Optional.ofNullable(held.replacedBy())
                .flatMap(ledger.claims()::find)
                .filter(next -> next.state() != ClaimState.REFUSED)
                .map(this::last)
                .orElse(held);
    }

    private List<Issue> fit(ObjectNode document, String vocabulary) {
        Frequency frequency = new Frequency(document);
        if (frequency.namesPayersClaim()) {
            return List.of();
        }
        String filing = document.at("/claimInformation/claimFilingCode").asText();
        boolean toPartB = filing.equals(MEDICARE_PART_B);
        boolean isKnown = earlier.payerControlNumber() != null;
        return switch (earlier.state()) {
            case REFUSED, WITHDRAWN -> asEarlier(frequency);
            case READY -> ledger.claims().mayHaveLeft(earlier) ? unanswered() : asEarlier(frequency);
            case REJECTED -> isKnown && !toPartB && !filing.equals(MEDICARE_PART_A)
                    ? ofPayer(frequency, document, vocabulary)
                    : asEarlier(frequency);
            case BATCHED, SENT, RECEIVED, ACCEPTED -> isKnown && !toPartB
                    ? ofPayer(frequency, document, vocabulary)
                    : unanswered();
            case PAID, DENIED, REVERSED -> toPartB
                    ? asOriginal(frequency)
                    : isKnown ? ofPayer(frequency, document, vocabulary) : unanswered();
        };
    }

    private List<Issue> asEarlier(Frequency frequency) {
        ObjectNode document = ledger.claims().document(earlier.id());
        Frequency before = new Frequency(document == null ? JsonNodeFactory.instance.objectNode() : document);
        if (frequency.isVoid() && !before.isVoid()) {
            return List.of(nothingToVoid());
        }
        frequency.beLike(before);
        return List.of();
    }

    private List<Issue> asOriginal(Frequency frequency) {
        if (frequency.isVoid()) {
            return List.of(nothingToVoid());
        }
        frequency.beOriginal();
        return List.of(
                new Issue(
                                Severity.WARNING,
                                "REPLACES:decided",
                                "Medicare Part B has decided the earlier claim and takes no replacements: this one is sent as a new claim",
                                Place.NOWHERE,
                                "/" + FIELD,
                                null)
                        .withFix(
                                "Where Medicare paid the earlier claim, or denied it for its content, ask for a reopening instead."));
    }

    private List<Issue> ofPayer(Frequency frequency, ObjectNode document, String vocabulary) {
        if (!sameness.of(earlier, document, vocabulary)) {
            return List.of(error(
                    "elsewhere",
                    "the earlier claim is in another payer's system, or is of another kind or usage indicator",
                    "Void the earlier claim there (frequency 8), and hand this one in without naming it."));
        }
        frequency.beOf(earlier.payerControlNumber());
        return List.of();
    }

    private static List<Issue> notOne(int claims) {
        return List.of(
                claims == 0
                        ? error(
                                "unknown",
                                "expected the id of a claim, or the patient control number of one that you handed in",
                                "Give the claimId that the earlier claim was answered with.")
                        : error(
                                "ambiguous",
                                "expected the id of a claim: " + claims + " have this patient control number",
                                "Give the claimId that the earlier claim was answered with."));
    }

    private static Issue nothingToVoid() {
        return error(
                "void",
                "expected no void: the payer does not have the earlier claim, or takes no voids",
                "Nothing needs to be sent.");
    }

    private List<Issue> unanswered() {
        return List.of(error(
                "unanswered",
                "the earlier claim is " + earlier.state() + ": its payer's number for it is not known yet",
                "Hand this claim in again when the answer has come; or give the payer's number in "
                        + "claimControlNumber with frequency 7 or 8."));
    }

    private static Issue error(String what, String message, String fix) {
        return Issue.error("REPLACES:" + what, message, Place.NOWHERE, "/" + FIELD, null)
                .withFix(fix);
    }

    /** The numbers of a corrected claim in canonical form, as a sender is told of them. */
    static ObjectNode sentAs(ObjectNode document) {
        Frequency frequency = new Frequency(document);
        ObjectNode sentAs = JsonNodeFactory.instance
                .objectNode()
                .put("patientControlNumber", document.at(PATIENT_CONTROL_NUMBER).asText())
                .put("claimFrequencyCode", frequency.code());
        if (!frequency.payerControlNumber().isEmpty()) {
            sentAs.put("claimControlNumber", frequency.payerControlNumber());
        }
        return sentAs;
    }

    private Numbers renumber(ObjectNode document) {
        String number = document.at(PATIENT_CONTROL_NUMBER).asText(null);
        if (number == null || !ledger.claims().isSentUnder(number, earlier)) {
            return new Numbers(number, null);
        }
        String sent = unused(number);
        document.withObject(PATIENT_CONTROL_NUMBER.head())
                .put(PATIENT_CONTROL_NUMBER.last().getMatchingProperty(), sent);
        return new Numbers(number, sent);
    }

    /** What payers that cut a number off keep of it is unused, too. */
    private String unused(String number) {
        for (int correction = 1; ; correction++) {
            String suffix = "R" + correction;
            int kept = Math.min(number.length(), PatientControlNumber.CUT_OFF - suffix.length());
            String candidate = number.substring(0, kept) + suffix;
            if (!ledger.claims().isSentUnder(candidate, earlier)) {
                return candidate;
            }
        }
    }

    /** The id of the earlier claim; null where none is named, or it cannot be told which. */
    String earlier() {
        return earlier == null ? null : earlier.id();
    }

    /** The patient control numbers of a canonical claim that has been judged. */
    Numbers numbers(ObjectNode document) {
        return numbers == null ? new Numbers(document.at(PATIENT_CONTROL_NUMBER).asText(null), null) : numbers;
    }

    /** The earlier claim learns of the one in its place; where it has not left, it stays. */
    void link(String corrected, Instant at) {
        boolean stays = earlier.state() == ClaimState.READY && !ledger.claims().mayHaveLeft(earlier);
        ClaimEvent event = stays
                ? ClaimEvent.own(
                        at,
                        ClaimState.WITHDRAWN,
                        "WITHDRAWN",
                        null,
                        "Taken back: claim " + corrected + " came in its place")
                : ClaimEvent.own(at, earlier.state(), "REPLACED", null, "Claim " + corrected + " came in its place");
        StoredClaim told = ledger.claims().replaced(earlier, corrected, event);
        if (stays) {
            ledger.outbox().add(Messages.ownStatus(told, event, JsonNodeFactory.instance.arrayNode()));
        }
    }
}
