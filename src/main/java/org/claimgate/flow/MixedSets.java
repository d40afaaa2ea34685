package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Limits;

/** Whether a file of X12 holds something else, such as a TA1, beside groups of one kind. */
final class MixedSets {

    private MixedSets() {}

    /** False for a file that is no X12. */
    static boolean in(InputStream in, Limits limits) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(in, limits);
        FunctionalGroup first = null;
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            if (event == EnvelopeReader.Event.INTERCHANGE_ACKNOWLEDGMENT) {
                return true;
            }
            if (event == EnvelopeReader.Event.GROUP_BEGIN) {
                FunctionalGroup group = reader.group();
                if (first != null && !isSameKind(first, group)) {
                    return true;
                }
                first = group;
            }
        }
        return false;
    }

    private static boolean isSameKind(FunctionalGroup one, FunctionalGroup other) {
        return one.functionalIdentifier().equals(other.functionalIdentifier())
                && one.version().equals(other.version());
    }
}
