package org.claimgate.receipt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimgate.x12.Interchange;

/**
 * The interchanges of a file that were taken, by sender, receiver and control number: a sender may use a number once. Remembers 10,000,
 * so that memory does not grow with the file.
 */
final class InterchangeNumbers {

    private static final int REMEMBERED = 10_000;

    private final Set<List<String>> taken = new HashSet<>();

    boolean hold(Interchange header) {
        return taken.contains(key(header));
    }

    void add(Interchange header) {
        if (taken.size() < REMEMBERED) {
            taken.add(key(header));
        }
    }

    private static List<String> key(Interchange header) {
        return List.of(
                header.senderQualifier(),
                header.senderId().strip(),
                header.receiverQualifier(),
                header.receiverId().strip(),
                header.controlNumber());
    }
}
