package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * The envelope of one answer: from the receiver of what was dropped to its sender, with the same delimiters.
 *
 * @param interchange ISA of the answer
 * @param controlNumber ISA13 without leading zeros, also GS06
 * @param applicationSender GS02
 * @param applicationReceiver GS03
 */
record Reply(
        Interchange interchange,
        String controlNumber,
        String applicationSender,
        String applicationReceiver,
        LocalDateTime now) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    static Reply to(ReceivedInterchange received, long number, LocalDateTime now) {
        Interchange asked = received.header();
        Interchange answer = new Interchange(
                asked.receiverQualifier(),
                asked.receiverId(),
                asked.senderQualifier(),
                asked.senderId(),
                SHORT_DATE.format(now),
                TIME.format(now),
                "00501",
                String.format("%09d", number),
                "0",
                asked.usageIndicator(),
                asked.delimiters());
        FunctionalGroup group =
                received.groups().isEmpty() ? null : received.groups().get(0).header();
        return new Reply(
                answer,
                Long.toString(number),
                group == null ? asked.receiverId() : group.applicationReceiver(),
                group == null ? asked.senderId() : group.applicationSender(),
                now);
    }

    String date() {
        return DATE.format(now);
    }

    String time() {
        return TIME.format(now);
    }

    /** A new document of the given guide in the set with this ordinal, counted from 1. */
    ObjectNode document(Guide guide, int set) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        new Envelope(
                        interchange,
                        new FunctionalGroup(
                                guide.functionalIdentifier(),
                                applicationSender,
                                applicationReceiver,
                                date(),
                                time(),
                                controlNumber,
                                "X",
                                guide.id()),
                        new TransactionSet(guide.transactionSet(), String.format("%04d", set), guide.id()))
                .putInto(document, guide);
        return document;
    }

    /** A new document of a guide that stands outside groups. */
    ObjectNode document(Guide guide) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        new Envelope(interchange, null, null).putInto(document, guide);
        return document;
    }
}
