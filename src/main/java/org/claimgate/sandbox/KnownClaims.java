package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims that the clearinghouse has decided on, in a file of the work folder that grows by a line for everything that becomes
 * known: of the lines about one claim the last one holds.
 */
final class KnownClaims {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** CLP02 of a payment that is taken back. */
    private static final String REVERSAL = "22";

    private final Path file;
    private final Map<String, KnownClaim> byNumber = new HashMap<>();

    KnownClaims(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                index(KnownClaim.of(JSON.readTree(line)));
            }
        }
    }

    /** Remembers claims; on disk before anybody is told of them. */
    synchronized void remember(List<KnownClaim> claims) throws IOException {
        if (claims.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (KnownClaim claim : claims) {
            lines.append(claim.json()).append('\n');
            index(claim);
        }
        Durable.append(file, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Remembers what documents of an 835 pay and deny; a payment taken back waits for the one in its place. */
    synchronized void settle(List<ObjectNode> payments) throws IOException {
        List<KnownClaim> settled = new ArrayList<>();
        for (ObjectNode payment : payments) {
            JsonNode claim = payment.path("claimPaymentInfo");
            if (!claim.path("claimStatusCode").asText().equals(REVERSAL)) {
                byPayerNumber(claim.path("payerClaimControlNumber").asText())
                        .ifPresent(known -> settled.add(known.settled(payment)));
            }
        }
        remember(settled);
    }

    /** The payer's number of a claim. */
    synchronized Optional<KnownClaim> byPayerNumber(String number) {
        return find("payer", number);
    }

    /** The submitter's own number of a claim (REF*D9). */
    synchronized Optional<KnownClaim> bySubmitterNumber(String number) {
        return find("submitter", number);
    }

    /** The patient control number of a claim; where several have it, the last one. */
    synchronized Optional<KnownClaim> byPatientNumber(String number) {
        return find("patient", number);
    }

    private void index(KnownClaim claim) {
        byNumber.put(key("payer", claim.payerControlNumber()), claim);
        byNumber.put(key("submitter", claim.submitterNumber()), claim);
        byNumber.put(key("patient", claim.patientControlNumber()), claim);
    }

    private Optional<KnownClaim> find(String kind, String number) {
        return number.isEmpty() ? Optional.empty() : Optional.ofNullable(byNumber.get(key(kind, number)));
    }

    private static String key(String kind, String number) {
        return kind + " " + number;
    }
}
