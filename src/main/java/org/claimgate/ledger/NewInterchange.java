package org.claimgate.ledger;

import java.util.List;

/**
 * An interchange as a step hands it in: claims or questions about claims with one functional group, or an acknowledgment.
 *
 * @param interchangeControlNumber ISA13, nine digits
 * @param groupControlNumber GS06, the first if there are several; empty where there is none
 * @param fileName its name at the partner, once visible
 * @param vocabulary of all its documents
 * @param sets its transaction sets of claims or questions, in order
 * @param answers the file that it acknowledges; null for anything else
 */
public record NewInterchange(
        String partner,
        String interchangeControlNumber,
        String groupControlNumber,
        String fileName,
        String vocabulary,
        String usageIndicator,
        byte[] bytes,
        List<TransactionSetNumbers> sets,
        Long answers) {

    public NewInterchange {
        sets = List.copyOf(sets);
    }

    /** Claims, or questions about claims. */
    public NewInterchange(
            String partner,
            String interchangeControlNumber,
            String groupControlNumber,
            String fileName,
            String vocabulary,
            String usageIndicator,
            byte[] bytes,
            List<TransactionSetNumbers> sets) {
        this(
                partner,
                interchangeControlNumber,
                groupControlNumber,
                fileName,
                vocabulary,
                usageIndicator,
                bytes,
                sets,
                null);
    }

    /** The numbers of one transaction set (ST02, BHT03) and how many claims it holds or asks for. */
    public record TransactionSetNumbers(String setControlNumber, String batchReference, int claims) {}
}
