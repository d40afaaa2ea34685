package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.claimgate.ledger.Hashes;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.Fault;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;

/** Which interchanges of a file are passed over, found by looking at the envelopes alone: broken ones, and those that came before. */
final class Screening implements Refusals {

    /** Control numbers or counts of the interchange disagree, its structure is wrong, or it is cut off (TA105). */
    private static final Set<String> BREAKING = Set.of("001", "021", "022", "023", "024", "028", "029", "030", "031");

    private final Predicate<String> isNew;
    private final Set<Integer> broken = new HashSet<>();
    private final Set<Integer> known = new HashSet<>();
    private int ordinal;
    private boolean open;

    private Screening(Predicate<String> isNew) {
        this.isNew = isNew;
    }

    /** @param isNew whether an interchange whose segments have this hash has not come before; asked once for each that is whole */
    static Screening of(InputStream in, Limits limits, Predicate<String> isNew) throws IOException {
        Screening screening = new Screening(isNew);
        screening.read(new EnvelopeReader(in, limits));
        return screening;
    }

    private void read(EnvelopeReader reader) throws IOException {
        MessageDigest segments = Hashes.sha256();
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            switch (event) {
                case INTERCHANGE_BEGIN -> {
                    brokenIf(open);
                    ordinal++;
                    open = true;
                    segments.reset();
                    add(segments, reader.segment());
                }
                case INTERCHANGE_END -> {
                    open = false;
                    add(segments, reader.segment());
                    if (!broken.contains(ordinal) && !isNew.test(Hashes.hexadecimal(segments))) {
                        known.add(ordinal);
                    }
                }
                case FAULT -> brokenIf(open && breaks(reader.fault()));
                default -> add(segments, reader.segment());
            }
        }
        brokenIf(open);
    }

    /** Line breaks between segments do not count. */
    private static void add(MessageDigest segments, Segment segment) {
        segments.update(segment.toString().getBytes(StandardCharsets.UTF_8));
        segments.update((byte) '\n');
    }

    @Override
    public boolean interchange(int which) {
        return broken.contains(which) || known.contains(which);
    }

    @Override
    public boolean repeated(int which) {
        return false;
    }

    @Override
    public boolean known(int which) {
        return known.contains(which);
    }

    @Override
    public boolean set(int interchange, int group, int set) {
        return false;
    }

    private void brokenIf(boolean condition) {
        if (condition) {
            broken.add(ordinal);
        }
    }

    private static boolean breaks(Fault fault) {
        return fault.fatal() || fault.level() != Fault.Level.INTERCHANGE || BREAKING.contains(fault.code());
    }
}
