package org.claimgate.claim;

import java.util.List;
import java.util.NoSuchElementException;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;

/**
 * The fields that a claim may leave to the profile of the partner it goes to, as JSON pointers: where they stand is the
 * guide's to say.
 *
 * @param submitterIdentification 1000A NM109
 * @param receiverName 1000B NM103
 * @param receiverIdentification 1000B NM109
 */
public record ProfileFields(String submitterIdentification, String receiverName, String receiverIdentification) {

    private static final String ABSENT = "IK403:1";
    private static final String LOOP_ABSENT = "IK304:I7";

    /** @throws NoSuchElementException for a guide that has no submitter and receiver: it is not one of claims */
    public static ProfileFields of(Guide guide) {
        return new ProfileFields(
                guide.field("1000A", "NM1", 9).orElseThrow(),
                guide.field("1000B", "NM1", 3).orElseThrow(),
                guide.field("1000B", "NM1", 9).orElseThrow());
    }

    /** Whether a field is one of them, or the receiver, which has no others. */
    boolean has(String pointer) {
        return fields().contains(pointer) || pointer.equals(receiver());
    }

    private List<String> fields() {
        return List.of(submitterIdentification, receiverName, receiverIdentification);
    }

    private String receiver() {
        return Pointers.parent(receiverName);
    }

    /** Whether an issue says no more than that one of them is absent, or the whole receiver: which is no fault of a claim. */
    public boolean maySupply(Issue issue) {
        return switch (issue.code()) {
            case ABSENT -> fields().contains(issue.pointer());
            case LOOP_ABSENT -> issue.pointer().equals(receiver());
            default -> false;
        };
    }
}
