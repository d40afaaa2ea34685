package org.claimgate.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.InterchangeSecurity;
import org.claimgate.x12.TransactionSet;

/**
 * The {@code envelope} object of a document:
 *
 * <pre>{@code
 * {"guide": "005010X222A1", "transactionSet": "837",
 *  "sender": {"qualifier": "ZZ", "id": "..."}, "receiver": {"qualifier": "ZZ", "id": "..."},
 *  "interchangeControlNumber": "000000001", "interchangeDate": "261122", "interchangeTime": "1200",
 *  "interchangeVersion": "00501", "acknowledgmentRequested": "1", "usageIndicator": "T",
 *  "functionalIdentifier": "HC", "applicationSender": "...", "applicationReceiver": "...",
 *  "groupDate": "20261122", "groupTime": "1200", "groupControlNumber": "1", "responsibleAgency": "X",
 *  "version": "005010X222A1",
 *  "transactionSetControlNumber": "0001", "implementationReference": "005010X222A1"}
 * }</pre>
 *
 * and beside these whatever the guide maps there: {@code batchReference} (BHT03), {@code creationDate},
 * {@code creationTime}. An interchange with authorization or security information (ISA01 to ISA04) has it in
 * {@code authorization} and {@code security}, each an object like that of {@code sender}. A guide without groups (TA1) has
 * only the interchange's fields. Of equal headers in a row, the second and later are told apart by
 * {@code interchangeRepetition} and {@code transactionSetRepetition}.
 */
public record Envelope(Interchange interchange, FunctionalGroup group, TransactionSet set) {

    /** Name of the object in a document. */
    public static final String FIELD = "envelope";

    /** Writes this envelope's fields into a document's {@code envelope} object, made if absent. */
    public void putInto(ObjectNode document, Guide guide) {
        ObjectNode fields = document.get(FIELD) instanceof ObjectNode there ? there : document.putObject(FIELD);
        fields.put("guide", guide.id());
        fields.put("transactionSet", guide.transactionSet());
        putParty(fields, "sender", interchange.senderQualifier(), interchange.senderId());
        putParty(fields, "receiver", interchange.receiverQualifier(), interchange.receiverId());
        if (!interchange.security().equals(InterchangeSecurity.NONE)) {
            InterchangeSecurity security = interchange.security();
            putParty(fields, "authorization", security.authorizationQualifier(), security.authorization());
            putParty(fields, "security", security.securityQualifier(), security.security());
        }
        fields.put("interchangeControlNumber", interchange.controlNumber());
        fields.put("interchangeDate", interchange.date());
        fields.put("interchangeTime", interchange.time());
        fields.put("interchangeVersion", interchange.version());
        fields.put("acknowledgmentRequested", interchange.acknowledgmentRequested());
        fields.put("usageIndicator", interchange.usageIndicator());
        if (group != null) {
            fields.put("functionalIdentifier", group.functionalIdentifier());
            fields.put("applicationSender", group.applicationSender());
            fields.put("applicationReceiver", group.applicationReceiver());
            fields.put("groupDate", group.date());
            fields.put("groupTime", group.time());
            fields.put("groupControlNumber", group.controlNumber());
            fields.put("responsibleAgency", group.responsibleAgency());
            fields.put("version", group.version());
        }
        if (set != null) {
            fields.put("transactionSetControlNumber", set.controlNumber());
            if (set.implementationReference() != null
                    && !set.implementationReference().isEmpty()) {
                fields.put("implementationReference", set.implementationReference());
            }
        }
    }

    /** The fields of this envelope's object as JSON text, without braces. */
    byte[] text(Guide guide, Repetition repetition) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        putInto(document, guide);
        ObjectNode fields = (ObjectNode) document.get(FIELD);
        repetition.putInto(fields);
        String text = fields.toString();
        return text.substring(1, text.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** The place that it is itself: whatever stands inside it is at none nearer. */
    Place place() {
        return new Place(
                interchange.controlNumber(),
                group == null ? "" : group.controlNumber(),
                set == null ? "" : set.controlNumber(),
                0,
                "",
                "",
                0,
                0);
    }

    private static void putParty(ObjectNode fields, String name, String qualifier, String id) {
        fields.putObject(name).put("qualifier", qualifier).put("id", id);
    }

    /**
     * The envelope of a document; group and set are null where the document has none. Fields that are absent are
     * empty, but for the usual ones: qualifiers ZZ and 00, version 00501, no acknowledgment, production, agency X.
     */
    public static Envelope of(ObjectNode document) {
        JsonNode fields = document.path(FIELD);
        return of(name -> fields.at("/" + name.replace('.', '/')).asText(null), fields.has("groupControlNumber"));
    }

    /**
     * @param fields texts by names such as {@code sender.id}; null for none
     * @param grouped whether there are a group and a set
     */
    static Envelope of(UnaryOperator<String> fields, boolean grouped) {
        Interchange interchange = new Interchange(
                text(fields, "sender.qualifier", "ZZ"),
                text(fields, "sender.id", ""),
                text(fields, "receiver.qualifier", "ZZ"),
                text(fields, "receiver.id", ""),
                text(fields, "interchangeDate", ""),
                text(fields, "interchangeTime", ""),
                text(fields, "interchangeVersion", "00501"),
                text(fields, "interchangeControlNumber", ""),
                text(fields, "acknowledgmentRequested", "0"),
                text(fields, "usageIndicator", "P"),
                Delimiters.USUAL,
                new InterchangeSecurity(
                        text(fields, "authorization.qualifier", "00"),
                        text(fields, "authorization.id", ""),
                        text(fields, "security.qualifier", "00"),
                        text(fields, "security.id", "")));
        if (!grouped) {
            return new Envelope(interchange, null, null);
        }
        FunctionalGroup group = new FunctionalGroup(
                text(fields, "functionalIdentifier", ""),
                text(fields, "applicationSender", ""),
                text(fields, "applicationReceiver", ""),
                text(fields, "groupDate", ""),
                text(fields, "groupTime", ""),
                text(fields, "groupControlNumber", ""),
                text(fields, "responsibleAgency", "X"),
                text(fields, "version", ""));
        TransactionSet set = new TransactionSet(
                text(fields, "transactionSet", ""),
                text(fields, "transactionSetControlNumber", ""),
                text(fields, "implementationReference", null));
        return new Envelope(interchange, group, set);
    }

    private static String text(UnaryOperator<String> fields, String name, String usual) {
        String text = fields.apply(name);
        return text == null ? usual : text;
    }
}
