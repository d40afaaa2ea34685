package org.claimgate.receipt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimgate.x12.Interchange;

/**
 * Control numbers that were taken, by sender and receiver, in memory: a sender may use one once. Remembers 10,000, so that
 * memory does not grow with what is read.
 */
public final class InterchangeNumbers {

    private static final int REMEMBERED = 10_000;

    private final Set<List<String>> taken = new HashSet<>();

    /** Takes the number of an interchange; false when it was taken before. */
    public boolean take(Interchange header) {
        List<String> number = List.of(
                header.senderQualifier(),
                header.senderId(),
                header.receiverQualifier(),
                header.receiverId(),
                header.controlNumber());
        return taken.size() < REMEMBERED ? taken.add(number) : !taken.contains(number);
    }
}
