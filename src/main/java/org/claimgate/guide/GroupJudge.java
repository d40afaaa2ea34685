package org.claimgate.guide;

import java.util.Optional;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.TransactionSet;

/** Finds the guides of the sets of one functional group, and says what in the headers keeps them from being found. */
final class GroupJudge {

    private final Guides guides;
    private final FunctionalGroup group;
    private boolean told;
    private boolean agreed;

    GroupJudge(Guides guides, FunctionalGroup group) {
        this.guides = guides;
        this.group = group;
    }

    /** What is wrong: {@code AK905} or {@code IK502} with its code, and words without data. */
    record Objection(String code, String words) {}

    /** The guide by ST03, or else by GS08; null when there is none. */
    Guide guide(TransactionSet set) {
        return guides.find(wanted(set), set.identifier())
                .or(() -> guides.find(group.version(), set.identifier()))
                .orElse(null);
    }

    private String wanted(TransactionSet set) {
        String reference = reference(set);
        return reference.isEmpty() ? group.version() : reference;
    }

    private static String reference(TransactionSet set) {
        return set.implementationReference() == null ? "" : set.implementationReference();
    }

    /** What is wrong with the group, told once: GS01 is of other sets than its first one. */
    Optional<Objection> objection(Guide guide) {
        if (guide == null || told || agreed || !isNameable()) {
            return Optional.empty();
        }
        agreed = agrees(guide);
        told = !agreed;
        return agreed
                ? Optional.empty()
                : Optional.of(
                        new Objection("AK905:1", "GS01 is not the functional identifier of the sets in the group"));
    }

    /**
     * What is wrong with a set: it is unknown, does not name its guide, or stands among others of another kind. Where ST01 is
     * no identifier at all, or ST03 differs from GS08, the envelope's own checks have said so.
     */
    Optional<Objection> objection(TransactionSet set, Guide guide) {
        if (guide == null && !isNameable(set)) {
            return Optional.empty();
        }
        if (guide == null) {
            String words = "no guide for transaction set " + set.identifier() + " of version " + wanted(set);
            return Optional.of(new Objection(guides.know(set.identifier()) ? "IK502:I6" : "IK502:1", words));
        }
        if (guide.requiresReference() && reference(set).isEmpty()) {
            return Optional.of(
                    new Objection("IK502:19", "ST03 is missing: the guide asks for its own identifier there"));
        }
        return !agreed || agrees(guide) || !wanted(set).equals(group.version())
                ? Optional.empty()
                : Optional.of(new Objection("IK502:18", "the set does not belong to a group with this GS01"));
    }

    private boolean agrees(Guide guide) {
        return guide.functionalIdentifier().equals(group.functionalIdentifier());
    }

    /** One that is no identifier at all was told where the header was read. */
    private boolean isNameable() {
        return group.functionalIdentifier().matches("[A-Z0-9]{2}");
    }

    /** The same of ST01. */
    private static boolean isNameable(TransactionSet set) {
        return set.identifier().matches("[A-Z0-9]{3}");
    }
}
