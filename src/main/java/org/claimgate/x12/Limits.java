package org.claimgate.x12;

/** Hard limits of reading: bytes in one segment, elements in one segment. Beyond them an interchange is refused. */
public record Limits(int segmentBytes, int segmentElements) {

    public static final Limits USUAL = new Limits(16 * 1024, 100);
}
