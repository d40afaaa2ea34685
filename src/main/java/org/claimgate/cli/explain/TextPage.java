package org.claimgate.cli.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimgate.guide.Issue;

/** Indented text, with colours where a terminal shows them. */
public final class TextPage implements Page {

    private static final String LOOP = "\u001b[1;36m";
    private static final String SEGMENT = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String BAD = "\u001b[1;31m";
    private static final String DOUBTFUL = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    private static final int NAME_WIDTH = 30;
    private static final int WIDTH = 120;
    private static final int SEGMENT_WIDTH = 5;
    private static final int POSITION_WIDTH = 6;
    private static final int STEP = 2;

    private final Writer out;
    private final boolean colours;
    private final boolean open;
    private int depth;
    private boolean begun;

    /** @param open whether what could tell who a patient is, is shown */
    public TextPage(Writer out, boolean colours, boolean open) {
        this.out = out;
        this.colours = colours;
        this.open = open;
    }

    @Override
    public void begin(String file) throws IOException {
        line(begun ? "\n" + painted(LOOP, Plain.safe(file)) : painted(LOOP, Plain.safe(file)));
        line(painted(FAINT, open ? Plain.SHOWING : Plain.HIDING));
        line("");
        begun = true;
        depth = 0;
    }

    @Override
    public void open(String id, String title) throws IOException {
        String words = title.isEmpty() ? id : id + "  " + title;
        line(indent(0) + painted(LOOP, Plain.safe(words)));
        depth++;
    }

    @Override
    public void close() {
        depth--;
    }

    @Override
    public void segment(Paragraph paragraph) throws IOException {
        StringBuilder heading = new StringBuilder(indent(0));
        String id = Plain.safe(paragraph.id());
        heading.append(painted(SEGMENT, id));
        heading.append(" ".repeat(Math.max(1, SEGMENT_WIDTH - id.length()))).append(paragraph.name());
        if (paragraph.position() > 0) {
            heading.append(painted(FAINT, "  [" + paragraph.position() + "]"));
        }
        line(heading.toString());
        issues(paragraph.issues());
        for (Paragraph.Line element : paragraph.lines()) {
            element(element);
        }
    }

    private void element(Paragraph.Line element) throws IOException {
        String name = element.name();
        String start = indent(SEGMENT_WIDTH) + padded(element.position(), POSITION_WIDTH) + padded(name, NAME_WIDTH);
        String value = Plain.safe(element.value());
        String shown = element.hidden() ? painted(FAINT, value) : value;
        if (element.meaning().isEmpty()) {
            line((start + shown).stripTrailing());
        } else {
            line(start + shown + " = " + folded(element.meaning(), start.length() + value.length() + " = ".length()));
        }
        issues(element.issues());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Breaks words that go beyond the width, under where they begin. */
    private static String folded(String words, int column) {
        if (column + words.length() <= WIDTH) {
            return words;
        }
        StringBuilder folded = new StringBuilder();
        int used = column;
        for (String word : words.split(" ")) {
            boolean first = folded.length() == 0;
            if (!first && used + 1 + word.length() > WIDTH) {
                folded.append('\n').append(" ".repeat(column)).append(word);
                used = column + word.length();
                continue;
            }
            folded.append(first ? "" : " ").append(word);
            used += word.length() + (first ? 0 : 1);
        }
        return folded.toString();
    }

    private void issues(List<Issue> issues) throws IOException {
        for (Issue issue : issues) {
            print(issue, SEGMENT_WIDTH);
        }
    }

    @Override
    public void issue(Issue issue) throws IOException {
        print(issue, 0);
    }

    private void print(Issue issue, int more) throws IOException {
        line(indent(more) + painted(issue.isError() ? BAD : DOUBTFUL, "!! " + Plain.issue(issue)));
    }

    @Override
    public void passedOver(Trail.Gap gap, String text) throws IOException {
        line(indent(0) + painted(BAD, "?? " + Plain.passedOver(gap)));
        if (text == null) {
            return;
        }
        line(indent(SEGMENT_WIDTH) + Plain.safe(text.replaceAll("\\s+", " ")));
    }

    @Override
    public void end(String summary) throws IOException {
        line("\n" + painted(LOOP, Plain.safe(summary)));
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private String indent(int more) {
        return " ".repeat(depth * STEP + more);
    }

    private String painted(String colour, String text) {
        return colours && !text.isEmpty() ? colour + text + PLAIN : text;
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
