package org.claimgate.x12;

/**
 * The header of an interchange (ISA05 to ISA16). Identifiers are trimmed; date is YYMMDD (ISA09), time HHMM (ISA10),
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
        Delimiters delimiters) {}
