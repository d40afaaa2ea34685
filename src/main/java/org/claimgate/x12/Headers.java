package org.claimgate.x12;

/** Header segments as records. */
final class Headers {

    private Headers() {}

    static Interchange interchange(Segment isa, Delimiters delimiters) {
        return new Interchange(
                isa.text(5).trim(),
                isa.text(6).trim(),
                isa.text(7).trim(),
                isa.text(8).trim(),
                isa.text(9),
                isa.text(10),
                isa.text(12),
                isa.text(13),
                isa.text(14),
                isa.text(15),
                delimiters,
                new InterchangeSecurity(
                        isa.text(1),
                        isa.text(2).stripTrailing(),
                        isa.text(3),
                        isa.text(4).stripTrailing()));
    }

    static FunctionalGroup group(Segment gs) {
        return new FunctionalGroup(
                gs.text(1).trim(),
                gs.text(2).trim(),
                gs.text(3).trim(),
                gs.text(4),
                gs.text(5),
                gs.text(6).trim(),
                gs.text(7).trim(),
                gs.text(8).trim());
    }

    static TransactionSet set(Segment st) {
        return new TransactionSet(
                st.text(1).trim(), st.text(2).trim(), st.has(3) ? st.text(3).trim() : null);
    }
}
