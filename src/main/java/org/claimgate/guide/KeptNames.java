package org.claimgate.guide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The systematic names under which an object may keep what has no field: all that a writer would look for there. */
final class KeptNames {

    /** {@code 2300.REF*P4#2.3}: loop and use, a later occurrence, and what of it. */
    private static final Pattern OF_USE = Pattern.compile(
            "(.+?)(#[1-9]\\d{0,5})?\\.(order|present|absent|(\\d+(?:-\\d+)?)(\\^\\d+|\\.filled|\\.from)?)");

    private final Set<String> marks = new HashSet<>();
    private final Map<String, Use> uses = new HashMap<>();

    void add(Loop loop) {
        marks.add(loop.key() + Reading.ORDER);
        marks.add(loop.key() + Reading.PRESENT);
        if (loop.isOnPath()) {
            marks.add(loop.key() + Reading.TRAILING);
            marks.add(loop.key() + Reading.AGAIN);
            marks.add(loop.key() + Reading.TOGETHER);
        }
    }

    void add(Loop loop, Use use) {
        uses.put(loop.key() + "." + use.key(), use);
    }

    boolean include(String name) {
        if (marks.contains(name)) {
            return true;
        }
        Matcher ofUse = OF_USE.matcher(name);
        Use use = ofUse.matches() ? uses.get(ofUse.group(1)) : null;
        if (use == null) {
            return false;
        }
        boolean later = ofUse.group(2) != null && !use.carriesRepeats();
        return ofUse.group(4) == null || use.keeps(ofUse.group(4), ofUse.group(5), later);
    }
}
