package org.claimgate.x12;

/**
 * The header of an interchange. Identifiers are trimmed; date is YYMMDD (ISA09), time HHMM (ISA10),
 * controlNumber the nine digits of ISA13.
 */
public record Interchange(
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        String date,
        String time,
        String version,
        String controlNumber,
        String acknowledgmentRequested,
        String usageIndicator,
        Delimiters delimiters,
        InterchangeSecurity security) {

    /** An interchange without authorization and security information. */
    public Interchange(
            String senderQualifier,
            String senderId,
            String receiverQualifier,
            String receiverId,
            String date,
            String time,
            String version,
            String controlNumber,
            String acknowledgmentRequested,
            String usageIndicator,
            Delimiters delimiters) {
        this(
                senderQualifier,
                senderId,
                receiverQualifier,
                receiverId,
                date,
                time,
                version,
                controlNumber,
                acknowledgmentRequested,
                usageIndicator,
                delimiters,
                InterchangeSecurity.NONE);
    }
}
