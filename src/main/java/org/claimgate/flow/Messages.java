package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredClaim.Position;

/**
 * The messages that go out, as CloudEvents 1.0 in structured JSON.
 *
 * <p>The id of a message is made from what it tells (a claim's event, the n-th finding in a file), so that the same message
 * has the same id whenever it is made, and the queue drops the second one.
 */
public final class Messages {

    public static final String STATUS_QUEUE = "claimgate.status";
    public static final String PAYMENT_QUEUE = "claimgate.payments";
    public static final String PROBLEM_QUEUE = "claimgate.problems";

    public static final String STATUS_TYPE = "org.claimgate.claim.status.v1";
    public static final String PAYMENT_TYPE = "org.claimgate.claim.payment.v1";
    public static final String PROBLEM_TYPE = "org.claimgate.file.problem.v1";

    /** The state that a message shows when its answer, or a question, matches no claim. */
    static final String UNMATCHED = "UNMATCHED";

    /** Names the mapping that made the claim of what was handed in: in the detail of an event, and in the data of its message. */
    static final String MAPPING = "mapping";

    /** What a corrected claim is sent as: in the detail of an event, and in the data of its message. */
    static final String SENT_AS = "sentAs";

    private Messages() {}

    /**
     * What one of our own steps did to a claim (taken in, refused, sent): a claim has one event of each such kind.
     *
     * @param issues as in {@link IssueJson#array}; empty for none
     */
    public static OutgoingMessage ownStatus(StoredClaim claim, ClaimEvent event, ArrayNode issues) {
        String id = "claim:" + claim.id() + ":" + event.kind();
        return status(id, event.at(), claim.id(), statusData(claim, event, issues));
    }

    /** The data of a status: what is known of the claim, the event, and the numbers that it was sent under; no response yet. */
    public static ObjectNode statusData(StoredClaim claim, ClaimEvent event, ArrayNode issues) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("claimId", claim.id());
        data.put("sender", claim.sender());
        data.put("patientControlNumber", claim.patientControlNumber());
        data.put("partner", claim.partner());
        if (claim.replaces() != null) {
            data.put("replaces", claim.replaces());
        }
        data.put("state", event.state().name());
        data.put("kind", event.kind());
        data.put("at", event.at().toString());
        if (event.detail() != null && event.detail().has(MAPPING)) {
            data.set(MAPPING, event.detail().get(MAPPING));
        }
        if (event.detail() != null && event.detail().has(SENT_AS)) {
            data.set(SENT_AS, event.detail().get(SENT_AS));
        }
        data.set("issues", issues);
        data.set("references", references(claim));
        data.putArray("fields");
        data.putNull("response");
        return data;
    }

    /**
     * The data of a status that matches no claim, in the same shape; no response yet.
     *
     * @param patientControlNumber empty where none is named
     * @param partner null where none is known
     */
    static ObjectNode unmatchedData(
            String kind, String patientControlNumber, String partner, Instant at, ArrayNode issues) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putNull("claimId");
        data.putNull("sender");
        data.put("patientControlNumber", patientControlNumber.isEmpty() ? null : patientControlNumber);
        data.put("partner", partner);
        data.put("state", UNMATCHED);
        data.put("kind", kind);
        data.put("at", at.toString());
        data.set("issues", issues);
        data.putObject("references");
        data.putArray("fields");
        data.putNull("response");
        return data;
    }

    private static ObjectNode references(StoredClaim claim) {
        ObjectNode references = JsonNodeFactory.instance.objectNode();
        Position position = claim.position();
        if (position != null) {
            references.put("interchangeControlNumber", position.interchangeControlNumber());
            references.put("groupControlNumber", position.groupControlNumber());
            references.put("transactionSetControlNumber", position.setControlNumber());
            references.put("batchReference", position.batchReference());
        }
        if (claim.payerControlNumber() != null) {
            references.put("payerClaimControlNumber", claim.payerControlNumber());
        }
        if (!Objects.equals(claim.sentControlNumber(), claim.patientControlNumber())) {
            references.put("patientControlNumber", claim.sentControlNumber());
        }
        return references;
    }

    /**
     * What became of a claim.
     *
     * @param subject the claim id; empty for an answer that matches no claim
     * @param data {@code {claimId, sender, patientControlNumber, partner, state, kind, at, issues, references, fields, response}}
     */
    public static OutgoingMessage status(String id, Instant at, String subject, ObjectNode data) {
        return message(STATUS_QUEUE, STATUS_TYPE, id, at, subject, data);
    }

    /** A payment: {@code data} is that of a status with {@code payment} and {@code balance} in place of {@code fields} and {@code response}. */
    public static OutgoingMessage payment(String id, Instant at, String subject, ObjectNode data) {
        return message(PAYMENT_QUEUE, PAYMENT_TYPE, id, at, subject, data);
    }

    /**
     * A file that could not be read, in whole or in part, or that contradicts itself.
     *
     * @param subject id of the file
     * @param data {@code {file, partner, code, message, place, …}}
     */
    public static OutgoingMessage problem(String id, Instant at, String subject, ObjectNode data) {
        return message(PROBLEM_QUEUE, PROBLEM_TYPE, id, at, subject, data);
    }

    private static OutgoingMessage message(
            String queue, String type, String id, Instant at, String subject, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "claimgate");
        event.put("type", type);
        if (!subject.isEmpty()) {
            event.put("subject", subject);
        }
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.set("data", data);
        return new OutgoingMessage(
                id,
                queue,
                type,
                data.path("partner").asText(""),
                data.path("state").asText(""),
                subject,
                event.toString(),
                at);
    }
}
