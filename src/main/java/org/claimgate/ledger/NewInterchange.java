package org.claimgate.ledger;

import java.util.List;

/**
 * An interchange as Submission hands it in, one functional group in it.
 *
 * @param interchangeControlNumber ISA13, nine digits
 * @param groupControlNumber GS06
 * @param fileName its name at the partner, once visible
 * @param vocabulary of all its claims
 * @param sets its transaction sets, in order
 */
public record NewInterchange(
        String partner,
        String interchangeControlNumber,
        String groupControlNumber,
        String fileName,
        String vocabulary,
        String usageIndicator,
        byte[] bytes,
        List<TransactionSetNumbers> sets) {

    public NewInterchange {
        sets = List.copyOf(sets);
    }

    /** The numbers of one transaction set (ST02, BHT03) and how many claims it holds. */
    public record TransactionSetNumbers(String setControlNumber, String batchReference, int claims) {}
}
