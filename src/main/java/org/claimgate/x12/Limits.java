package org.claimgate.x12;

/** Hard limits of reading: bytes in one segment, elements in one segment. Beyond them an interchange is refused. */
public record Limits(int segmentBytes, int segmentElements) {

    public static final Limits USUAL = new Limits(16 * 1024, 100);

    public Limits {
        if (segmentBytes < IsaLayout.LENGTH || segmentElements < 16) {
            throw new IllegalArgumentException("limits must leave room for an ISA: 106 bytes and 16 elements");
        }
    }
}
