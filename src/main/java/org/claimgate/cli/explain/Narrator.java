package org.claimgate.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.claimgate.guide.Glossary;
import org.claimgate.guide.Issue;
import org.claimgate.guide.PrivacyRules;
import org.claimgate.x12.Segment;

/** Puts segments into words, and hides what could tell who a patient is unless told to show it. */
final class Narrator {

    /** Stands for what is hidden. */
    static final String HIDDEN = "*****";

    private static final Pattern SEGMENT_ID = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
    /** Segments of the envelope whose elements may hold separators. */
    private static final String INTERCHANGE_HEADER = "ISA";

    private static final String DATE_FORMAT = "1250";
    private static final String CONTACT_KIND = "365";

    private final Glossary glossary;
    private final PrivacyRules.Follower privacy;
    private final boolean open;
    private String format = "";

    /** @param open whether everything is shown */
    Narrator(Glossary glossary, PrivacyRules privacy, boolean open) {
        this.glossary = glossary;
        this.privacy = privacy.follower();
        this.open = open;
    }

    /**
     * @param title of the segment at its place; empty for that of the glossary
     * @param loop innermost loop; empty for none
     * @param issues of the segment and its elements
     */
    Paragraph tell(Segment segment, String title, String loop, int position, List<Issue> issues) {
        privacy.begin(segment, loop);
        List<Issue> left = new ArrayList<>(issues);
        List<Paragraph.Line> lines = new ArrayList<>();
        format = "";
        int last = Math.max(segment.elements(), lastElement(issues));
        for (int element = 1; element <= last; element++) {
            addElement(segment, element, lines, left);
        }
        String id = segment.id();
        boolean known = SEGMENT_ID.matcher(id).matches();
        return new Paragraph(known || open ? id : HIDDEN, name(segment, title), position, lines, left);
    }

    private String name(Segment segment, String title) {
        String name = title.isEmpty() ? glossary.heading(segment) : title;
        return name.isEmpty() ? "Unknown segment" : name;
    }

    private static int lastElement(List<Issue> issues) {
        return issues.stream().mapToInt(issue -> issue.place().element()).max().orElse(0);
    }

    private void addElement(Segment segment, int element, List<Paragraph.Line> lines, List<Issue> left) {
        boolean composite = glossary.isComposite(segment.id(), element);
        if (!composite) {
            addLine(segment, element, 1, 0, lines, take(left, element, 0, 1));
            return;
        }
        List<Issue> whole = takeOfElement(left, element);
        if (!whole.isEmpty()) {
            lines.add(new Paragraph.Line(number(element), "", "", false, "", whole));
        }
        for (int repetition = 1; repetition <= Math.max(1, segment.repetitions(element)); repetition++) {
            int most = segment.components(element, repetition);
            int last = Math.max(most, lastComponent(left, element, repetition));
            for (int component = 1; component <= last; component++) {
                addLine(segment, element, repetition, component, lines, take(left, element, component, repetition));
            }
        }
    }

    private static int lastComponent(List<Issue> issues, int element, int repetition) {
        return issues.stream()
                .filter(issue -> issue.place().element() == element && repetition(issue) == repetition)
                .mapToInt(issue -> issue.place().component())
                .max()
                .orElse(0);
    }

    /** Which repetition an issue is of; the only one is the first. */
    private static int repetition(Issue issue) {
        return Math.max(1, issue.place().repetition());
    }

    /** What is said of a composite as a whole, in whatever repetition. */
    private static List<Issue> takeOfElement(List<Issue> left, int element) {
        return take(
                left,
                issue -> issue.place().element() == element && issue.place().component() == 0);
    }

    private static List<Issue> take(List<Issue> left, int element, int component, int repetition) {
        return take(
                left,
                issue -> issue.place().element() == element
                        && issue.place().component() == component
                        && repetition(issue) == repetition);
    }

    private static List<Issue> take(List<Issue> left, Predicate<Issue> wanted) {
        if (left.isEmpty()) {
            return List.of();
        }
        List<Issue> taken = left.stream().filter(wanted).toList();
        left.removeAll(taken);
        return taken;
    }

    private void addLine(
            Segment segment,
            int element,
            int repetition,
            int component,
            List<Paragraph.Line> lines,
            List<Issue> issues) {
        String value = component == 0 ? segment.text(element) : segment.text(element, repetition, component);
        String shown = segment.id().equals(INTERCHANGE_HEADER) ? value.trim() : value;
        if (shown.isEmpty() && issues.isEmpty()) {
            return;
        }
        Glossary.Word word = glossary.word(segment.id(), element, component);
        String position =
                number(element) + (component == 0 ? "" : "-" + component) + (repetition == 1 ? "" : "^" + repetition);
        PrivacyRules.Showing showing = showing(segment, element, component, word, shown);
        String meaning =
                showing == PrivacyRules.Showing.WHOLE ? glossary.meaning(segment, element, repetition, component) : "";
        lines.add(new Paragraph.Line(
                position,
                word.name(),
                shown.isEmpty() ? "" : told(word, showing, shown),
                showing != PrivacyRules.Showing.WHOLE,
                meaning,
                issues));
        if (word.dataElement().equals(DATE_FORMAT) || word.dataElement().equals(CONTACT_KIND)) {
            format = value;
        }
    }

    private PrivacyRules.Showing showing(
            Segment segment, int element, int component, Glossary.Word word, String value) {
        if (open || value.isEmpty()) {
            return PrivacyRules.Showing.WHOLE;
        }
        boolean fits = glossary.fits(segment, element, component, value);
        return privacy.showing(word, fits);
    }

    private String told(Glossary.Word word, PrivacyRules.Showing showing, String value) {
        if (showing == PrivacyRules.Showing.WHOLE) {
            return Values.inWords(word.dataElement(), word.kind(), format, value);
        }
        String years = showing == PrivacyRules.Showing.YEAR ? Values.years(value) : null;
        return years == null ? HIDDEN : years;
    }

    private static String number(int element) {
        return (element < 10 ? "0" : "") + element;
    }
}
