package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.claim.Frequency;
import org.claimgate.claim.Replacing;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Issue.Severity;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.PatientControlNumber;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;
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

    private static final Pattern CLAIM_ID = Pattern.compile("[0-9A-Z]{20}");
    private static final String POINTER = "/" + FIELD;
    private static final String PAYER = "tradingPartnerServiceId";
    private static final String FILING = "/claimInformation/claimFilingCode";
    private static final String MEDICARE_PART_A = "MA";
    private static final String MEDICARE_PART_B = "MB";

    private static final JsonPointer PATIENT_CONTROL_NUMBER =
            JsonPointer.compile("/claimInformation/patientControlNumber");

    private final Ledger ledger;
    private final String sender;
    private final Function<ObjectNode, Optional<Partner>> partners;
    private final boolean holding;
    private StoredClaim earlier;
    private ObjectNode before;
    private Numbers numbers;

    private enum Hindrance {
        UNKNOWN,
        AMBIGUOUS,
        ELSEWHERE,
        VOID,
        UNANSWERED;

        String code() {
            return "REPLACES:" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The patient control numbers of the corrected claim.
     *
     * @param handedIn null for none
     * @param sent null where it is the same
     */
    record Numbers(String handedIn, String sent) {}

    /**
     * @param sender whose claims may be named
     * @param partners who a canonical claim goes to
     * @param holding whether the earlier claim is held until the transaction ends, for the claim is stored in it
     */
    Replacement(Ledger ledger, String sender, Function<ObjectNode, Optional<Partner>> partners, boolean holding) {
        this.ledger = ledger;
        this.sender = sender;
        this.partners = partners;
        this.holding = holding;
    }

    @Override
    public List<Issue> fit(ObjectNode document, String vocabulary, String replaced) {
        List<StoredClaim> named = named(replaced);
        List<Issue> issues = named.size() == 1 ? follow(named.get(0), document, vocabulary) : notOne(named.size());
        Frequency frequency = new Frequency(document);
        if (issues.stream().anyMatch(Issue::isError) && !frequency.namesPayersClaim()) {
            // One mistake is one issue.
            frequency.beOriginal();
        }
        return issues;
    }

    private List<Issue> follow(StoredClaim named, ObjectNode document, String vocabulary) {
        earlier = named;
        before = ledger.claims().document(named.id());
        List<Issue> issues = isSameUsage(document) ? follow(document, vocabulary) : otherUsage();
        numbers = renumber(document);
        return issues;
    }

    private boolean isSameUsage(ObjectNode document) {
        return earlier.state() == ClaimState.REFUSED
                || partners.apply(document)
                        .filter(partner ->
                                !Addressing.usageIndicator(document, partner).equals(earlier.usageIndicator()))
                        .isEmpty();
    }

    /** The last in the place of each claim that may be meant. Those of other senders are none of this one's. */
    private List<StoredClaim> named(String replaced) {
        Optional<StoredClaim> byId =
                CLAIM_ID.matcher(replaced).matches() ? ledger.claims().find(replaced) : Optional.empty();
        List<StoredClaim> meant = byId.filter(claim -> claim.sender().equals(sender))
                .map(List::of)
                .orElseGet(() -> ledger.claims().handedInAs(sender, replaced));
        return meant.stream()
                .map(this::standing)
                .sorted(Comparator.comparing(StoredClaim::id))
                .map(this::last)
                .distinct()
                .toList();
    }

    /** A correction that was refused came in nobody's place: who names it means what that one named. */
    private StoredClaim standing(StoredClaim named) {
        return Optional.ofNullable(named.replaces())
                .filter(replaces -> named.state() == ClaimState.REFUSED)
                .flatMap(ledger.claims()::find)
                .map(this::standing)
                .orElse(named);
    }

    private StoredClaim last(StoredClaim claim) {
        StoredClaim now =
                (holding ? ledger.claims().lock(claim.id()) : ledger.claims().find(claim.id())).orElseThrow();
        return Optional.ofNullable(now.replacedBy())
                .flatMap(ledger.claims()::find)
                .map(this::last)
                .filter(next -> next.state() != ClaimState.REFUSED)
                .orElse(now);
    }

    private List<Issue> follow(ObjectNode document, String vocabulary) {
        Frequency frequency = new Frequency(document);
        if (frequency.namesPayersClaim()) {
            return List.of();
        }
        String filing = (before == null ? document : before).at(FILING).asText();
        boolean toPartB = filing.equals(MEDICARE_PART_B);
        boolean toMedicare = toPartB || filing.equals(MEDICARE_PART_A);
        boolean isKnown = earlier.payerControlNumber() != null;
        if (hasNotLeft()) {
            return asEarlier(frequency, document, vocabulary);
        }
        return switch (earlier.state()) {
                // Nobody has seen it: this one is sent as it says.
            case REFUSED -> List.of();
            case WITHDRAWN -> asEarlier(frequency, document, vocabulary);
            case READY -> unanswered();
            case REJECTED -> isKnown && !toMedicare
                    ? ofPayer(earlier.payerControlNumber(), frequency, document, vocabulary)
                    : asEarlier(frequency, document, vocabulary);
            case BATCHED, SENT, RECEIVED, ACCEPTED -> isKnown
                            && !toMedicare
                            && !sentFrequency().isVoid()
                    ? ofPayer(earlier.payerControlNumber(), frequency, document, vocabulary)
                    : unanswered();
            case PAID, DENIED, REVERSED -> {
                if (toPartB) {
                    yield decidedByPartB(frequency);
                }
                if (sentFrequency().isVoid()) {
                    yield asOriginal(frequency);
                }
                yield isKnown ? ofPayer(earlier.payerControlNumber(), frequency, document, vocabulary) : unanswered();
            }
        };
    }

    /** Whether the earlier claim is here still: it waits, or a person has set aside, undelivered, what it was written into. */
    private boolean hasNotLeft() {
        return switch (earlier.state()) {
            case READY -> !ledger.claims().mayHaveLeft(earlier);
            case BATCHED -> ledger.interchanges()
                    .find(earlier.position().interchange())
                    .filter(interchange -> interchange.state() == StoredInterchange.State.SET_ASIDE)
                    .isPresent();
            default -> false;
        };
    }

    /** What the earlier claim was to be to its payer, also where its content has been removed. */
    private Frequency sentFrequency() {
        if (before != null) {
            return new Frequency(before);
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        ObjectNode detail = ledger.claims().events(earlier.id()).get(0).detail();
        JsonNode sentAs = detail == null ? known : detail.path(Messages.SENT_AS);
        ObjectNode information = known.putObject("claimInformation");
        information.put("claimFrequencyCode", sentAs.path("claimFrequencyCode").asText());
        information
                .putObject("claimSupplementalInformation")
                .put("claimControlNumber", sentAs.path("claimControlNumber").asText());
        return new Frequency(known);
    }

    private List<Issue> asEarlier(Frequency frequency, ObjectNode document, String vocabulary) {
        Frequency sent = sentFrequency();
        if (sent.namesPayersClaim()) {
            return ofPayer(sent.payerControlNumber(), frequency, document, vocabulary);
        }
        if (frequency.isVoid()) {
            return List.of(nothingToVoid());
        }
        frequency.beOriginal(sent.code());
        return List.of();
    }

    private static List<Issue> asOriginal(Frequency frequency) {
        if (frequency.isVoid()) {
            return List.of(nothingToVoid());
        }
        frequency.beOriginal();
        return List.of();
    }

    private static List<Issue> decidedByPartB(Frequency frequency) {
        List<Issue> hindrance = asOriginal(frequency);
        return hindrance.isEmpty()
                ? List.of(
                        new Issue(
                                        Severity.WARNING,
                                        "REPLACES:decided",
                                        "Medicare Part B has decided the earlier claim and takes no replacements: this one is sent as a new claim",
                                        Place.NOWHERE,
                                        POINTER,
                                        null)
                                .withFix(
                                        "Where Medicare paid the earlier claim, or denied it for its content, ask for a reopening instead."))
                : hindrance;
    }

    private List<Issue> ofPayer(String number, Frequency frequency, ObjectNode document, String vocabulary) {
        String payer = before == null ? null : before.path(PAYER).asText();
        boolean isSamePartner = partners.apply(document)
                .map(Partner::id)
                .filter(id -> id.equals(earlier.partner()))
                .isPresent();
        if (!isSamePartner
                || !vocabulary.equals(earlier.vocabulary())
                || (payer != null && !payer.equals(document.path(PAYER).asText()))) {
            return List.of(error(
                    Hindrance.ELSEWHERE,
                    "the earlier claim is in another payer's system, or is of another kind",
                    "Void the earlier claim there (frequency 8), and hand this one in without naming it."));
        }
        frequency.beOf(number);
        return List.of();
    }

    private static List<Issue> notOne(int claims) {
        return List.of(
                claims == 0
                        ? error(
                                Hindrance.UNKNOWN,
                                "expected the id of a claim, or the patient control number of one that you handed in",
                                "Give the claimId that the earlier claim was answered with.")
                        : error(
                                Hindrance.AMBIGUOUS,
                                "expected the id of a claim: " + claims + " have this patient control number",
                                "Give the claimId that the earlier claim was answered with."));
    }

    private static List<Issue> otherUsage() {
        return List.of(error(
                Hindrance.ELSEWHERE,
                "one of the two claims is a test, and the other is not",
                "Hand this claim in without naming the other."));
    }

    private static Issue nothingToVoid() {
        return error(
                Hindrance.VOID,
                "expected no void: the payer does not have the earlier claim, or takes no voids",
                "Nothing needs to be sent.");
    }

    private List<Issue> unanswered() {
        return List.of(error(
                Hindrance.UNANSWERED,
                "the earlier claim is " + earlier.state() + ": its payer's number for it is not known yet",
                "Hand this claim in again when the answer has come; or give the payer's number in "
                        + "claimControlNumber with frequency 7 or 8."));
    }

    private static Issue error(Hindrance hindrance, String message, String fix) {
        return Issue.error(hindrance.code(), message, Place.NOWHERE, POINTER, null)
                .withFix(fix);
    }

    /** What a claim was refused with that could not replace another when it came, and may be able to now. */
    static Stream<Issue> hindrances() {
        return Arrays.stream(Hindrance.values()).map(hindrance -> error(hindrance, "", ""));
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
        boolean stays = hasNotLeft();
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
