package org.claimgate.receipt;

import org.claimgate.x12.Segment;

/**
 * The claim or trace that an error belongs to, as a CTX names it: {@code CTX*CLM01:…}, {@code CTX*TRN02:…}.
 *
 * @param name segment and element that identify it
 * @param reference their value, at most 35 characters
 */
record BusinessUnit(String name, String reference) {

    private static final int LONGEST = 35;
    private static final int CLM = Segment.packId("CLM");
    private static final int TRN = Segment.packId("TRN");
    private static final int HL = Segment.packId("HL");

    /** The unit that a segment stands in, itself included; a new level ends the unit before it. Null for none. */
    static BusinessUnit after(BusinessUnit before, Segment segment) {
        int id = segment.packedId();
        if (id == CLM) {
            return of("CLM01", segment.text(1));
        }
        if (id == TRN) {
            return of("TRN02", segment.text(2));
        }
        return id == HL ? null : before;
    }

    /** A reference that cannot be repeated without a mistake in the acknowledgment is as good as unknown. */
    private static BusinessUnit of(String name, String value) {
        String reference = Echo.of(value, LONGEST);
        return reference == null ? null : new BusinessUnit(name, reference);
    }
}
