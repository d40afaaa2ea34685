package org.claimgate.cli.explain;

import java.util.Locale;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** Words that both pages use, and text made safe to show. */
final class Plain {

    static final String HIDING = "What could tell who a patient is, is hidden: --show-phi shows it.";
    static final String SHOWING = "Holds patient data.";

    private Plain() {}

    /** Text without characters that steer a terminal or turn the direction of writing. */
    static String safe(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                safe = safe == null ? new StringBuilder(text) : safe;
                safe.setCharAt(i, '?');
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isUnsafe(char character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.isSurrogate(character)
                || character >= '\uFFFE';
    }

    /**
     * Such as {@code error IK403:7: 2010AA N402: expected a code of the list state}. What is in no segment is named by its JSON
     * pointer.
     */
    static String issue(Issue issue) {
        String severity = issue.severity().name().toLowerCase(Locale.ROOT);
        Place place = issue.place();
        String field = place.segment().isEmpty() && !issue.pointer().isEmpty() ? " [" + issue.pointer() + "]" : "";
        return safe(severity + " " + issue.code() + ": " + where(issue) + issue.message() + field);
    }

    /** The place as far as the message does not name it. */
    private static String where(Issue issue) {
        Place place = issue.place();
        if (place.element() == 0) {
            return place.loop().isEmpty() ? "" : "loop " + place.loop() + ": ";
        }
        boolean named = issue.message().startsWith(place.loop() + " " + place.segment());
        return named
                ? ""
                : String.format("%s %s%02d [%d]: ", place.loop(), place.segment(), place.element(), place.position());
    }

    static String passedOver(Trail.Gap gap) {
        return gap.length() + (gap.length() == 1 ? " byte" : " bytes") + " passed over, from byte " + gap.offset()
                + " on";
    }
}
