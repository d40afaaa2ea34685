package org.claimgate.receipt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.receipt.SegmentFault.ElementFault;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * Writes what the sender of an interchange is owed, as interchanges of their own: the TA1, and the 999 with one functional
 * group for every group that was received. Which of them are owed, the receipt says.
 */
public final class AcknowledgmentWriter {

    private static final String SET_NUMBER = "0001";
    /** Stands in for a separator inside what is repeated; the usual four are never repeated. */
    private static final char REPLACEMENT = '?';

    private final Guide interchangeGuide;
    private final Guide setGuide;
    private final Delimiters delimiters;
    private final String lineBreak;

    /** @param lineBreak behind every terminator: "", "\n" or "\r\n" */
    public AcknowledgmentWriter(Guides guides, Delimiters delimiters, String lineBreak) {
        this.interchangeGuide = guides.forVocabulary("interchange-acknowledgment");
        this.setGuide = guides.forVocabulary("implementation-acknowledgment");
        this.delimiters = delimiters;
        this.lineBreak = lineBreak;
    }

    /** The guide of the TA1. */
    public Guide interchangeGuide() {
        return interchangeGuide;
    }

    /** The guide of the 999. */
    public Guide setGuide() {
        return setGuide;
    }

    /**
     * Writes the TA1 of an interchange.
     *
     * @param controlNumber ISA13 of the answer, nine digits
     */
    public void writeInterchangeAcknowledgment(
            InterchangeReceipt receipt, ReplyEnvelope reply, String controlNumber, OutputStream out)
            throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        new Envelope(reply.interchange(controlNumber), null, null).putInto(document, interchangeGuide);
        Interchange header = receipt.header();
        document.putObject("interchangeAcknowledgment")
                .put(
                        "interchangeControlNumber",
                        Echo.digits(header.controlNumber(), 9, 9) ? header.controlNumber() : "000000000")
                .put("interchangeDate", date(header).orElse(reply.shortDate()))
                .put("interchangeTime", time(header).orElse(reply.time()))
                .put("acknowledgmentCode", receipt.verdict().code())
                .put("noteCode", receipt.noteCode());
        try (Documents documents = new Documents(out)) {
            documents.write(interchangeGuide, document);
        }
    }

    /** TA102; a date that is none cannot be repeated. */
    private Optional<String> date(Interchange header) {
        return sound(2, header.date());
    }

    private Optional<String> time(Interchange header) {
        return sound(3, header.time());
    }

    private Optional<String> sound(int element, String value) {
        return Optional.of(value).filter(text -> interchangeGuide.accepts("TA1", element, text));
    }

    /**
     * Writes the 999 of an interchange.
     *
     * @param controlNumber ISA13 of the answer, nine digits
     * @param groupNumbers gives GS06 of one answering group after another
     */
    public void writeGroupAcknowledgments(
            InterchangeReceipt receipt,
            ReplyEnvelope reply,
            String controlNumber,
            Supplier<String> groupNumbers,
            OutputStream out)
            throws IOException {
        Interchange interchange = reply.interchange(controlNumber);
        try (Documents documents = new Documents(out)) {
            for (GroupReceipt group : receipt.owed()) {
                FunctionalGroup header =
                        reply.group(group.header(), setGuide.functionalIdentifier(), setGuide.id(), groupNumbers.get());
                write(group, interchange, header, documents);
            }
        }
    }

    private void write(GroupReceipt group, Interchange interchange, FunctionalGroup header, Documents documents)
            throws IOException {
        Envelope envelope = new Envelope(
                interchange, header, new TransactionSet(setGuide.transactionSet(), SET_NUMBER, setGuide.id()));
        boolean refused = !group.codes().isEmpty();
        for (SetReceipt set : group.sets()) {
            // The verdict on the group speaks for the sets that are not named: one that has no errors is not accepted
            // inside a group that is rejected.
            if (isNameable(set) && !(refused && set.verdict() == Verdict.ACCEPTED)) {
                documents.write(setGuide, document(group, set, refused ? Verdict.REJECTED : set.verdict(), envelope));
            }
        }
        ObjectNode closing = document(group, envelope);
        ObjectNode verdict = closing.putObject("groupAcknowledgment")
                .put("acknowledgmentCode", group.verdict().code())
                .put("setsIncluded", String.valueOf(group.included()))
                .put("setsReceived", String.valueOf(group.sets().size()))
                .put("setsAccepted", String.valueOf(group.accepted()));
        if (refused) {
            ArrayNode codes = verdict.putArray("errorCodes");
            group.codes().stream().limit(5).forEach(codes::add);
        }
        documents.write(setGuide, closing);
    }

    /** A set whose ST01 is no identifier cannot be named; the counts of the group include it. */
    private static boolean isNameable(SetReceipt set) {
        return set.header().identifier().matches("[A-Z0-9]{3}");
    }

    private ObjectNode document(GroupReceipt group, Envelope envelope) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        envelope.putInto(document, setGuide);
        document.putObject("functionalGroup")
                .put("functionalIdentifierCode", group.header().functionalIdentifier())
                .put("groupControlNumber", group.header().controlNumber())
                .put("versionIdentifier", group.header().version());
        return document;
    }

    private ObjectNode document(GroupReceipt group, SetReceipt set, Verdict verdict, Envelope envelope) {
        ObjectNode document = document(group, envelope);
        ObjectNode answered = document.putObject("acknowledgedSet")
                .put("transactionSetIdentifierCode", set.header().identifier())
                .put(
                        "transactionSetControlNumber",
                        Echo.setControlNumber(set.header().controlNumber()));
        String reference = Echo.of(set.header().implementationReference(), 35);
        if (reference != null) {
            answered.put("implementationReference", reference);
        }
        answered.put("acknowledgmentCode", verdict.code());
        if (!set.errorCodes().isEmpty()) {
            ArrayNode codes = answered.putArray("errorCodes");
            set.errorCodes().forEach(codes::add);
        }
        if (!set.segments().isEmpty()) {
            ArrayNode errors = document.putArray("segmentErrors");
            set.segments().forEach(segment -> put(segment, errors.addObject()));
        }
        return document;
    }

    private static void put(SegmentFault segment, ObjectNode error) {
        error.put("segmentId", segment.segment()).put("segmentPosition", String.valueOf(segment.position()));
        if (!segment.loop().isEmpty()) {
            error.put("loopIdentifier", segment.loop());
        }
        error.put("errorCode", segment.code());
        if (segment.trigger() != null) {
            put(segment.trigger(), error.withArray("contexts").addObject());
        }
        if (segment.unit() != null) {
            error.withArray("contexts")
                    .addObject()
                    .put("contextName", segment.unit().name())
                    .put("contextReference", segment.unit().reference());
        }
        if (!segment.elements().isEmpty()) {
            ArrayNode elements = error.putArray("elementErrors");
            segment.elements().forEach(element -> put(element, elements.addObject()));
        }
    }

    private static void put(ElementFault element, ObjectNode error) {
        putPosition(element.element(), element.component(), element.repetition(), error);
        if (!element.dataElement().isEmpty()) {
            error.put("dataElementNumber", element.dataElement());
        }
        error.put("errorCode", element.code());
        if (element.value() != null) {
            error.put("badValue", element.value());
        }
        if (element.trigger() != null) {
            put(element.trigger(), error.putArray("contexts").addObject());
        }
    }

    private static void putPosition(int element, int component, int repetition, ObjectNode error) {
        error.put("elementPosition", String.valueOf(element));
        if (component > 0) {
            error.put("componentPosition", String.valueOf(component));
        }
        if (repetition > 0) {
            error.put("repetitionPosition", String.valueOf(repetition));
        }
    }

    private static void put(Trigger trigger, ObjectNode context) {
        Place place = trigger.place();
        context.put("contextName", "SITUATIONAL TRIGGER")
                .put("segmentId", Echo.segmentId(place.segment()))
                .put("segmentPosition", String.valueOf(Math.max(1, place.position())));
        if (!SetErrors.loop(place.loop()).isEmpty()) {
            context.put("loopIdentifier", place.loop());
        }
        if (place.element() > 0) {
            putPosition(place.element(), place.component(), place.repetition(), context);
        }
        if (!trigger.dataElement().isEmpty()) {
            context.put("dataElementNumber", trigger.dataElement());
        }
    }

    /** Documents on their way out; one of ours that cannot be written is our mistake. */
    private final class Documents implements AutoCloseable {

        private final DocumentWriter writer;

        private Documents(OutputStream out) {
            writer = new DocumentWriter(out, delimiters, lineBreak, REPLACEMENT, Documents::refuse);
        }

        private void write(Guide guide, ObjectNode document) throws IOException {
            writer.write(guide, document);
        }

        private static void refuse(Issue issue) {
            if (issue.isError()) {
                throw new IllegalStateException("an acknowledgment cannot be written: " + issue.code() + " at "
                        + issue.place().segment() + " " + issue.pointer());
            }
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
