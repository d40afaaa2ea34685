package org.claimgate.x12;

/** The header of a transaction set: ST01, ST02 and ST03 (null where the set has none). */
public record TransactionSet(String identifier, String controlNumber, String implementationReference) {}
