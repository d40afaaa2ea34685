package org.claimgate.receipt;

import java.util.List;
import org.claimgate.x12.Interchange;

/**
 * What was found in one interchange.
 *
 * @param groups its functional groups, in order, those of acknowledgments among them
 * @param holdsAcknowledgments whether there are TA1 segments in it
 * @param verdict accepted, errors noted, or rejected as a whole
 * @param noteCode TA105 that goes with the verdict; 000 where the envelope is sound
 */
public record InterchangeReceipt(
        Interchange header, List<GroupReceipt> groups, boolean holdsAcknowledgments, Verdict verdict, String noteCode) {

    /** TA105 of a control number that was there before. */
    static final String REPEATED = "025";

    private static final String ASKED = "1";

    public InterchangeReceipt {
        groups = List.copyOf(groups);
    }

    public boolean isRejected() {
        return verdict == Verdict.REJECTED;
    }

    /** Whether it is rejected because its sender used its control number before. */
    public boolean isRepeated() {
        return noteCode.equals(REPEATED);
    }

    /** Acknowledgments are never acknowledged: two programs that did would never stop. */
    public boolean isAnswerable() {
        return groups.isEmpty() ? !holdsAcknowledgments : groups.stream().anyMatch(GroupReceipt::owed);
    }

    /** The groups that are owed a 999. */
    public List<GroupReceipt> owed() {
        return groups.stream().filter(GroupReceipt::owed).toList();
    }

    /** A TA1 is owed where the sender asks for it (ISA14) and where the envelope has faults. */
    public boolean owesInterchangeAcknowledgment() {
        return isAnswerable() && (header.acknowledgmentRequested().equals(ASKED) || verdict != Verdict.ACCEPTED);
    }

    /** A 999 is owed to every group, unless the TA1 rejects the interchange and with it all of its groups. */
    public boolean owesGroupAcknowledgments() {
        return !isRejected() && groups.stream().anyMatch(GroupReceipt::owed);
    }

    /** Whether there is nothing to complain of, in the envelope or in any set. */
    public boolean isSound() {
        return verdict == Verdict.ACCEPTED && groups.stream().allMatch(group -> group.verdict() == Verdict.ACCEPTED);
    }
}
