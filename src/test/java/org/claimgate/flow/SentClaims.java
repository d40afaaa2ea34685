package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.claimgate.response.Rejections;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * Claims that have gone out: the n-th interchange to the partner has ISA13 00000000n, GS06 n, one set 0001, BHT03 Bn, and one claim for
 * each patient control number, all by the same billing provider.
 */
final class SentClaims {

    static final String PARTNER = "clearinghouse";

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Ledger ledger;
    private final Guide guide;

    SentClaims(Ledger ledger, Guides guides) {
        this.ledger = ledger;
        this.guide = guides.forVocabulary("professional-claim");
    }

    /** What the shipped tables say of rejections. */
    static Rejections rejections(Guides guides) {
        return Rejections.load(Path.of("mappings"), guides);
    }

    /** The profile of the partner that the claims go to: that of the sandbox under another name. */
    static Partners partners(Path folder) throws IOException {
        String profile = Files.readString(Path.of("partners/sandbox.yaml"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(PARTNER + ".yaml"), profile.replace("id: sandbox\n", "id: " + PARTNER + "\n"));
        return Partners.load(folder);
    }

    /** @return the interchange as it went out */
    String send(List<String> patientControlNumbers) {
        String number = ledger.controlNumbers().group(PARTNER);
        ledger.controlNumbers().interchange(PARTNER);
        Envelope envelope = envelope(number);
        List<ObjectNode> documents = new ArrayList<>();
        for (String patientControlNumber : patientControlNumbers) {
            ObjectNode document = claim(patientControlNumber);
            envelope.putInto(document, guide);
            ((ObjectNode) document.get("envelope"))
                    .put("batchReference", "B" + number)
                    .put("creationDate", "20261122")
                    .put("creationTime", "0900");
            documents.add(document);
        }
        byte[] bytes = write(documents);
        ledger.inTransaction(() -> store(number, bytes, documents));
        return new String(bytes, java.nio.charset.StandardCharsets.US_ASCII);
    }

    private void store(String number, byte[] bytes, List<ObjectNode> documents) {
        StoredInterchange interchange = ledger.interchanges()
                .insert(new NewInterchange(
                        PARTNER,
                        "00000000" + number,
                        number,
                        "claims-" + number + ".x12",
                        guide.vocabulary(),
                        "T",
                        bytes,
                        List.of(new TransactionSetNumbers("0001", "B" + number, documents.size()))));
        for (int i = 0; i < documents.size(); i++) {
            StoredClaim claim = takeIn(documents.get(i));
            Position position = new Position(interchange.id(), "00000000" + number, number, "0001", "B" + number, i);
            ClaimEvent batched = ClaimEvent.own(AT, ClaimState.BATCHED, "BATCHED", interchange.id(), "batched");
            claim = ledger.claims().batched(claim, position, documents.get(i), batched);
            ledger.claims().advance(claim, ClaimEvent.own(AT, ClaimState.SENT, "SENT", interchange.id(), "sent"));
        }
    }

    private StoredClaim takeIn(ObjectNode document) {
        String patientControlNumber =
                document.at("/claimInformation/patientControlNumber").asText();
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "test",
                Hashes.sha256(document.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                guide.vocabulary(),
                PARTNER,
                "T",
                patientControlNumber,
                ClaimState.READY,
                document,
                JsonNodeFactory.instance.arrayNode());
        ClaimEvent taken = ClaimEvent.own(AT, ClaimState.READY, "TAKEN_IN", null, "taken in");
        return ledger.claims().insert(claim, taken).claim();
    }

    private static ObjectNode claim(String patientControlNumber) {
        try (InputStream in = SentClaims.class.getResourceAsStream("claim.json")) {
            ObjectNode claim = (ObjectNode) MAPPER.readTree(in);
            ((ObjectNode) claim.get("claimInformation")).put("patientControlNumber", patientControlNumber);
            int line = 0;
            for (JsonNode serviceLine : claim.at("/claimInformation/serviceLines")) {
                line++;
                ((ObjectNode) serviceLine).put("providerControlNumber", patientControlNumber + "-" + line);
            }
            return claim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Envelope envelope(String number) {
        return new Envelope(
                new Interchange(
                        "ZZ",
                        "GATEWAY",
                        "ZZ",
                        "CLEARINGHOUSE",
                        "261122",
                        "0900",
                        "00501",
                        "00000000" + number,
                        "1",
                        "T",
                        Delimiters.USUAL),
                new FunctionalGroup("HC", "GATEWAY", "CH", "20261122", "0900", number, "X", guide.id()),
                new TransactionSet("837", "0001", guide.id()));
    }

    private byte[] write(List<ObjectNode> documents) {
        List<Issue> issues = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "\n", null, issues::add)) {
            for (ObjectNode document : documents) {
                writer.write(guide, document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!issues.isEmpty()) {
            throw new IllegalStateException("the test's own claim is not good: " + issues);
        }
        return out.toByteArray();
    }
}
