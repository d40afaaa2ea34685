package org.claimgate.ledger;

import java.time.Instant;
import java.util.Set;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;

/**
 * A claim, without its content: nothing here is health information about a person.
 *
 * @param id own claim id, written as REF*D9 (2300)
 * @param sender who handed it in
 * @param contentHash SHA-256 of what was handed in, hexadecimal
 * @param vocabulary {@code professional-claim} or {@code institutional-claim}; null for content that is no claim
 * @param partner who it goes to; null where no partner was found
 * @param usageIndicator P or T; null where the claim was refused before it was known
 * @param patientControlNumber CLM01 as handed in; null where the claim was refused before it was known
 * @param sentControlNumber CLM01 as sent; null where the claim was refused before it was known
 * @param payerControlNumber the payer's number for it (277CA REF*1K, 835 CLP07); null until told
 * @param overdue what its partner should have answered by now and has not
 * @param position where it stands in what was sent; null until batched
 * @param replaces id of the claim in whose place it came; null for none
 * @param replacedBy id of the claim that came in its place; null for none
 */
public record StoredClaim(
        String id,
        String sender,
        String contentHash,
        String vocabulary,
        String partner,
        String usageIndicator,
        String patientControlNumber,
        String sentControlNumber,
        String payerControlNumber,
        ClaimState state,
        Instant receivedAt,
        Set<AwaitedAnswer> overdue,
        Position position,
        String replaces,
        String replacedBy) {

    public StoredClaim {
        overdue = Set.copyOf(overdue);
    }

    /**
     * A claim's place in what was sent.
     *
     * @param interchange id of the interchange
     * @param interchangeControlNumber ISA13
     * @param groupControlNumber GS06
     * @param setControlNumber ST02
     * @param batchReference BHT03
     * @param ordinal place among the claims of its set, from 0
     */
    public record Position(
            long interchange,
            String interchangeControlNumber,
            String groupControlNumber,
            String setControlNumber,
            String batchReference,
            int ordinal) {}

    /** With the payer's number, where one is told; {@link ClaimStore#advance} records it. */
    public StoredClaim named(String newPayerControlNumber) {
        return newPayerControlNumber.isEmpty() ? this : with(newPayerControlNumber, state, overdue, position);
    }

    StoredClaim in(ClaimState newState) {
        return with(payerControlNumber, newState, overdue, position);
    }

    StoredClaim at(Position newPosition) {
        return with(payerControlNumber, state, overdue, newPosition);
    }

    StoredClaim waitingFor(Set<AwaitedAnswer> newOverdue) {
        return with(payerControlNumber, state, newOverdue, position);
    }

    private StoredClaim with(
            String newPayerControlNumber, ClaimState newState, Set<AwaitedAnswer> newOverdue, Position newPosition) {
        return new StoredClaim(
                id,
                sender,
                contentHash,
                vocabulary,
                partner,
                usageIndicator,
                patientControlNumber,
                sentControlNumber,
                newPayerControlNumber,
                newState,
                receivedAt,
                newOverdue,
                newPosition,
                replaces,
                replacedBy);
    }
}
