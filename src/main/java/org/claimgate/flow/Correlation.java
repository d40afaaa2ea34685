package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.ledger.ClaimStore;
import org.claimgate.ledger.InterchangeStore;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimAcknowledgment;
import org.claimgate.response.Remittance;
import org.claimgate.response.ReportedStatus;
import org.claimgate.response.ReportedStatus.Sent;
import org.claimgate.response.StatusResponse;

/** Finds the claim that a 277CA, 277, 835 or report speaks of. Payers fold case and cut off long numbers. */
final class Correlation {

    /** A cut-off patient control number of so many characters is enough to tell claims of one batch apart. */
    private static final int ENOUGH = 10;

    private final InterchangeStore interchanges;
    private final ClaimStore claims;
    private final String partner;
    private Sent lastSent;
    private NavigableMap<String, String> lastNumbers = new TreeMap<>();
    private Map<String, List<StoredClaim>> expected = Map.of();
    private final Set<String> changed = new HashSet<>();

    Correlation(Ledger ledger, String partner) {
        this.interchanges = ledger.interchanges();
        this.claims = ledger.claims();
        this.partner = partner;
    }

    /**
     * In this order: our own claim id echoed as REF*D9; the patient control number among the claims of the batch; the
     * payer's number; the patient control number among all claims sent to the partner, newest first.
     */
    Optional<StoredClaim> claim(ClaimAcknowledgment answer) {
        return own(answer.clearinghouseTraceNumber())
                .or(() -> among(Sent.inBatch(answer.batchReference()), answer.patientControlNumber()))
                .or(() -> byPayerNumber(answer.payerClaimControlNumber()))
                .or(() -> ofPatientNumber(answer.patientControlNumber()));
    }

    /** As of a 277CA; the claims among which the patient control number is looked for first are those of a file, group, ... */
    Optional<StoredClaim> claim(ReportedStatus status) {
        return own(status.clearinghouseTraceNumber())
                .or(() -> among(status.sent(), status.patientControlNumber()))
                .or(() -> byPayerNumber(status.payerClaimControlNumber()))
                .or(() -> ofPatientNumber(status.patientControlNumber()));
    }

    /** By our own claim id echoed as REF*D9; by the payer's number; by the patient control number, newest first. */
    Optional<StoredClaim> claim(StatusResponse answer) {
        return own(answer.clearinghouseClaimNumber())
                .or(() -> byPayerNumber(answer.payerClaimControlNumber()))
                .or(() -> ofPatientNumber(answer.patientControlNumber()));
    }

    /**
     * By the patient control number; where several claims have it, the payer's number and then the line control numbers
     * decide, then the partner, then the newest. Without a claim of that number, by the payer's number.
     */
    Optional<StoredClaim> claim(Remittance payment) {
        List<StoredClaim> candidates = byPatientNumber(payment.patientControlNumber());
        candidates =
                narrow(candidates, claim -> payment.payerClaimControlNumber().equals(claim.payerControlNumber()));
        if (candidates.size() > 1 && !payment.lineControlNumbers().isEmpty()) {
            candidates = narrow(candidates, claim -> hasLine(claim, payment.lineControlNumbers()));
        }
        candidates = narrow(candidates, this::isOurs);
        return candidates.stream().findFirst().or(() -> byPayerNumber(payment.payerClaimControlNumber()));
    }

    /**
     * Looks the claims of several payments up together, before they are asked for one by one.
     *
     * @return those that are alone with their patient control number
     */
    List<StoredClaim> expect(List<Remittance> payments) {
        changed.clear();
        expected = claims.byPatientControlNumber(payments.stream()
                .map(Remittance::patientControlNumber)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet()));
        return expected.values().stream()
                .filter(of -> of.size() == 1)
                .map(of -> of.get(0))
                .toList();
    }

    /** A claim is not what it was when it was looked up. */
    void changed(StoredClaim claim) {
        changed.add(claim.id());
    }

    /** The claims of a batch, of one provider where it is given. */
    List<StoredClaim> ofBatch(ClaimAcknowledgment answer) {
        if (answer.batchReference().isEmpty()) {
            return List.of();
        }
        List<StoredClaim> batch = claims.ofBatch(partner, answer.batchReference());
        return answer.level() == ClaimAcknowledgment.Level.BATCH
                ? batch
                : batch.stream()
                        .filter(claim -> billedBy(claim, answer.provider()))
                        .toList();
    }

    private Optional<StoredClaim> own(String id) {
        return id.isEmpty() ? Optional.empty() : claims.find(id).filter(this::isOurs);
    }

    /** Everything that went out under numbers that a report gives: by the most exact one that finds anything. */
    List<StoredClaim> of(Sent sent) {
        return Stream.<Supplier<List<StoredClaim>>>of(
                        () -> ofBatch(sent.batchReference()),
                        () -> ofGroup(sent.groupControlNumber(), sent.transactionSetControlNumber()),
                        () -> ofInterchange(sent.interchangeControlNumber(), interchanges::find, sent),
                        () -> ofInterchange(sent.fileName(), interchanges::findFile, sent))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<StoredClaim> ofBatch(String batchReference) {
        return batchReference.isEmpty() ? List.of() : claims.ofBatch(partner, batchReference);
    }

    private List<StoredClaim> ofGroup(String group, String set) {
        if (group.isEmpty()) {
            return List.of();
        }
        return set.isEmpty() ? claims.ofGroup(partner, group) : claims.ofSet(partner, group, set);
    }

    /** Of one of its sets, where that is named. */
    private List<StoredClaim> ofInterchange(
            String name, BiFunction<String, String, Optional<StoredInterchange>> find, Sent sent) {
        if (name.isEmpty()) {
            return List.of();
        }
        String set = sent.transactionSetControlNumber();
        return find.apply(partner, name).map(found -> claims.ofInterchange(found.id())).orElse(List.of()).stream()
                .filter(claim -> set.isEmpty() || set.equals(claim.position().setControlNumber()))
                .toList();
    }

    private Optional<StoredClaim> among(Sent sent, String patientControlNumber) {
        if (patientControlNumber.isEmpty()) {
            return Optional.empty();
        }
        String wanted = patientControlNumber.toUpperCase(Locale.ROOT);
        NavigableMap<String, String> numbers = numbers(sent);
        String id = numbers.get(wanted);
        if (id == null && wanted.length() >= ENOUGH) {
            Map<String, String> cut = numbers.subMap(wanted, true, wanted + Character.MAX_VALUE, false);
            id = cut.size() == 1 ? cut.values().iterator().next() : null;
        }
        return Optional.ofNullable(id).flatMap(claims::find);
    }

    /** Patient control numbers and claim ids; kept, as an answer names one claim of a batch after another. */
    private NavigableMap<String, String> numbers(Sent sent) {
        if (!sent.equals(lastSent)) {
            NavigableMap<String, String> numbers = new TreeMap<>();
            for (StoredClaim claim : of(sent)) {
                numbers.putIfAbsent(claim.sentControlNumber().toUpperCase(Locale.ROOT), claim.id());
            }
            lastSent = sent;
            lastNumbers = numbers;
        }
        return lastNumbers;
    }

    private Optional<StoredClaim> ofPatientNumber(String number) {
        return byPatientNumber(number).stream().filter(this::isOurs).findFirst();
    }

    private List<StoredClaim> byPatientNumber(String number) {
        if (number.isEmpty()) {
            return List.of();
        }
        List<StoredClaim> known = expected.get(number);
        return known != null && known.stream().map(StoredClaim::id).noneMatch(changed::contains)
                ? known
                : claims.byPatientControlNumber(number);
    }

    private Optional<StoredClaim> byPayerNumber(String number) {
        return number.isEmpty()
                ? Optional.empty()
                : claims.byPayerControlNumber(number).stream()
                        .filter(this::isOurs)
                        .findFirst();
    }

    private boolean isOurs(StoredClaim claim) {
        return partner.equals(claim.partner()) && claim.position() != null;
    }

    /** Nobody knows the lines of a claim whose content has been removed. */
    private boolean hasLine(StoredClaim claim, List<String> lineControlNumbers) {
        ObjectNode document = claims.document(claim.id());
        if (document == null) {
            return false;
        }
        for (JsonNode line : document.at("/claimInformation/serviceLines")) {
            if (lineControlNumbers.contains(line.path("providerControlNumber").asText())
                    || lineControlNumbers.contains(
                            line.path("lineItemControlNumber").asText())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a claim that was sent names this number as its billing provider's; false when its content has been removed. */
    boolean billedBy(StoredClaim claim, String provider) {
        ObjectNode written = claims.written(claim.id());
        if (written == null) {
            return false;
        }
        JsonNode billing = written.path("billing");
        return List.of("npi", "employerId", "ssn").stream()
                .anyMatch(name -> billing.path(name).asText().equals(provider));
    }

    /** Those that fit, if any do. */
    private static List<StoredClaim> narrow(List<StoredClaim> candidates, Predicate<StoredClaim> fits) {
        List<StoredClaim> fitting = candidates.stream().filter(fits).toList();
        return fitting.isEmpty() ? candidates : fitting;
    }
}
