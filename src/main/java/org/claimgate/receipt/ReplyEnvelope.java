package org.claimgate.receipt;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;

/**
 * The envelopes of acknowledgments.
 *
 * @param at local date and time of writing
 */
public record ReplyEnvelope(Party sender, Party receiver, String usageIndicator, LocalDateTime at) {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final Set<String> LETTER_QUALIFIERS = Set.of("AM", "NN", "NR", "SA", "SN", "ZZ");
    private static final String UNKNOWN = "UNKNOWN";

    /**
     * One side of an envelope.
     *
     * @param qualifier ISA05 or ISA07
     * @param id ISA06 or ISA08
     * @param applicationId GS02 or GS03; null takes the one that the received group named
     */
    public record Party(String qualifier, String id, String applicationId) {}

    /**
     * Sends an acknowledgment back to where an interchange came from. What is not right in its header is not repeated: a
     * qualifier becomes ZZ, a missing identifier UNKNOWN, the usage indicator P.
     */
    public static ReplyEnvelope to(Interchange received, LocalDateTime at) {
        return new ReplyEnvelope(
                party(received.receiverQualifier(), received.receiverId()),
                party(received.senderQualifier(), received.senderId()),
                received.usageIndicator().equals("T") ? "T" : "P",
                at);
    }

    private static Party party(String qualifier, String id) {
        boolean known = LETTER_QUALIFIERS.contains(qualifier)
                || (Echo.digits(qualifier, 2, 2)
                        && Integer.parseInt(qualifier) >= 1
                        && Integer.parseInt(qualifier) <= 38);
        String named = Echo.of(id.strip(), 15);
        return new Party(known ? qualifier : "ZZ", named == null ? UNKNOWN : named, null);
    }

    /** @param controlNumber nine digits */
    Interchange interchange(String controlNumber) {
        return new Interchange(
                sender.qualifier(),
                sender.id(),
                receiver.qualifier(),
                receiver.id(),
                shortDate(),
                time(),
                "00501",
                controlNumber,
                "0",
                usageIndicator,
                Delimiters.USUAL);
    }

    FunctionalGroup group(FunctionalGroup received, String functionalIdentifier, String version, String controlNumber) {
        return new FunctionalGroup(
                functionalIdentifier,
                application(sender, received.applicationReceiver()),
                application(receiver, received.applicationSender()),
                DATE.format(at),
                time(),
                controlNumber,
                "X",
                version);
    }

    private static String application(Party party, String received) {
        if (party.applicationId() != null) {
            return party.applicationId();
        }
        String named = received.length() < 2 ? null : Echo.of(received, 15);
        return named == null ? UNKNOWN : named;
    }

    String shortDate() {
        return SHORT_DATE.format(at);
    }

    String time() {
        return TIME.format(at);
    }
}
