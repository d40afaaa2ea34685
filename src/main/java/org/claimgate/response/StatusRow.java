package org.claimgate.response;

import java.util.List;

/**
 * What the table of claim status fields says of a status code, perhaps of one party alone.
 *
 * @param status claim status code (STC01-2)
 * @param entity entity code (STC01-3) that it is about; empty for any
 * @param meant what it speaks of
 * @param fields of each field, patterns of which the first fits that the claim has; empty for the claim as a whole
 * @param party names of a field in the object of the party, of which the first fits that the party's object can have; empty for none
 * @param usual entity code that is meant where the status names none; empty for none
 * @param fix what to do
 */
record StatusRow(
        String status,
        String entity,
        Meant meant,
        List<List<String>> fields,
        List<String> party,
        String usual,
        String fix) {

    /** What a status speaks of. */
    enum Meant {
        /** Fields of the claim, or of a party. */
        FIELDS,
        /** The claim, or service line, as a whole. */
        CLAIM,
        /** The fields that the other codes of the same status name. */
        OTHER_CODES
    }
}
