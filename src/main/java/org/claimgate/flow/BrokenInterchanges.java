package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.Fault;
import org.claimgate.x12.Limits;

/** Which interchanges of a file cannot be trusted, found by looking at the envelopes alone. */
final class BrokenInterchanges implements Refusals {

    /** Control numbers or counts of the interchange disagree, its structure is wrong, or it is cut off (TA105). */
    private static final Set<String> BREAKING = Set.of("001", "021", "022", "023", "024", "028", "029", "030", "031");

    private final Set<Integer> ordinals = new HashSet<>();

    private BrokenInterchanges() {}

    static BrokenInterchanges in(InputStream in, Limits limits) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(in, limits);
        BrokenInterchanges broken = new BrokenInterchanges();
        int ordinal = 0;
        boolean open = false;
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            switch (event) {
                case INTERCHANGE_BEGIN -> {
                    broken.addIf(open, ordinal);
                    ordinal++;
                    open = true;
                }
                case INTERCHANGE_END -> open = false;
                case FAULT -> broken.addIf(open && breaks(reader.fault()), ordinal);
                default -> {}
            }
        }
        broken.addIf(open, ordinal);
        return broken;
    }

    @Override
    public boolean interchange(int ordinal) {
        return ordinals.contains(ordinal);
    }

    @Override
    public boolean repeated(int ordinal) {
        return false;
    }

    @Override
    public boolean set(int interchange, int group, int set) {
        return false;
    }

    private void addIf(boolean condition, int ordinal) {
        if (condition) {
            ordinals.add(ordinal);
        }
    }

    private static boolean breaks(Fault fault) {
        return fault.fatal() || fault.level() != Fault.Level.INTERCHANGE || BREAKING.contains(fault.code());
    }
}
