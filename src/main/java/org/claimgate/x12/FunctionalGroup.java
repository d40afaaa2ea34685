package org.claimgate.x12;

/** The header of a functional group (GS01 to GS08). Date is CCYYMMDD (GS04), time HHMM to HHMMSSDD (GS05). */
public record FunctionalGroup(
        String functionalIdentifier,
        String applicationSender,
        String applicationReceiver,
        String date,
        String time,
        String controlNumber,
        String responsibleAgency,
        String version) {}
