package org.claimgate.receipt;

import java.util.List;
import org.claimgate.x12.FunctionalGroup;

/**
 * What was found in one functional group.
 *
 * @param included number of sets that it promises (GE01); the number received where it does not say
 * @param sets every set received, in order
 * @param codes AK905 of what is wrong with the group as such; any of them rejects it
 * @param owed whether it is owed a 999: a group of acknowledgments is not
 */
public record GroupReceipt(
        FunctionalGroup header, int included, List<SetReceipt> sets, List<String> codes, boolean owed) {

    public GroupReceipt {
        sets = List.copyOf(sets);
        codes = List.copyOf(codes);
    }

    /** Number of sets that are accepted (AK904). */
    public int accepted() {
        return codes.isEmpty()
                ? (int) sets.stream().filter(set -> !set.isRejected()).count()
                : 0;
    }

    public Verdict verdict() {
        int accepted = accepted();
        if (!codes.isEmpty() || (accepted == 0 && !sets.isEmpty())) {
            return Verdict.REJECTED;
        }
        if (accepted < sets.size()) {
            return Verdict.PARTLY_ACCEPTED;
        }
        boolean sound = sets.stream().allMatch(set -> set.verdict() == Verdict.ACCEPTED);
        return sound ? Verdict.ACCEPTED : Verdict.ERRORS_NOTED;
    }

    /** Whether a 999 can name the group: what it repeats of GS must itself be right. */
    boolean isNameable() {
        return header.functionalIdentifier().matches("[A-Z]{2}")
                && Echo.digits(header.controlNumber(), 1, 9)
                && Echo.plain(header.version())
                && !header.version().isEmpty()
                && header.version().length() <= 12;
    }
}
