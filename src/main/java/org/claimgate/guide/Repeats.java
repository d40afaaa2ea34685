package org.claimgate.guide;

import java.util.List;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/** Counts the interchanges and sets in a row whose headers are equal. */
final class Repeats {

    private Interchange lastInterchange;
    private List<?> lastSet;
    private Repetition repetition = Repetition.NONE;

    void begin(Interchange interchange) {
        repetition = repetition.nextInterchange(interchange.equals(lastInterchange));
        lastInterchange = interchange;
        lastSet = null;
    }

    /** Of what stands in the interchange outside of sets. */
    Repetition current() {
        return repetition;
    }

    /** Which one a set of the interchange is. */
    Repetition begin(FunctionalGroup group, TransactionSet set) {
        List<?> headers = List.of(group, set);
        repetition = repetition.nextSet(headers.equals(lastSet));
        lastSet = headers;
        return repetition;
    }
}
