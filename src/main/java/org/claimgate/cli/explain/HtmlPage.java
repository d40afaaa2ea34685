package org.claimgate.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimgate.guide.Issue;

/** One page of HTML that needs nothing else: its style is inside, it loads nothing and runs no script. */
public final class HtmlPage implements Page {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final Writer out;
    private final boolean open;
    private boolean begun;
    private int depth;
    private int marks;

    /** @param open whether what could tell who a patient is, is shown */
    public HtmlPage(Writer out, boolean open) {
        this.out = out;
        this.open = open;
    }

    @Override
    public void begin(String file) throws IOException {
        if (!begun) {
            begun = true;
            out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                    + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                    + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + escaped(POLICY) + "\"/>\n<title>"
                    + escaped(file) + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<p class=\"notice "
                    + (open ? "shown\">" + Plain.SHOWING : "quiet\">" + Plain.HIDING) + "</p>\n");
        }
        out.write("<main>\n<h1>" + escaped(file) + "</h1>\n<p><a href=\"#" + mark(marks + 1)
                + "\">First issue</a></p>\n");
        depth = 0;
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("explain.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void open(String id, String title) throws IOException {
        out.write("<details open=\"open\" class=\"level" + (depth < 3 ? " envelope" : "") + "\"><summary><b>"
                + escaped(id) + "</b> " + escaped(title) + "</summary>\n");
        depth++;
    }

    @Override
    public void close() throws IOException {
        out.write("</details>\n");
        depth--;
    }

    @Override
    public void segment(Paragraph paragraph) throws IOException {
        out.write("<section><h2><code>" + escaped(paragraph.id()) + "</code> " + escaped(paragraph.name()));
        if (paragraph.position() > 0) {
            out.write(" <small title=\"position in the set\">" + paragraph.position() + "</small>");
        }
        out.write("</h2>\n");
        issues(paragraph.issues());
        if (!paragraph.lines().isEmpty()) {
            out.write("<table>\n");
            for (Paragraph.Line line : paragraph.lines()) {
                row(line);
            }
            out.write("</table>\n");
        }
        out.write("</section>\n");
    }

    private void row(Paragraph.Line line) throws IOException {
        out.write((line.issues().isEmpty() ? "<tr><th>" : "<tr class=\"marked\"><th>") + escaped(line.position())
                + "</th><td class=\"name\">" + escaped(line.name()) + "</td><td class=\"value\">");
        if (line.hidden()) {
            out.write("<span class=\"hidden\" title=\"hidden: could tell who a patient is\">");
        }
        out.write(escaped(line.value()) + (line.hidden() ? "</span>" : "") + "</td><td>" + escaped(line.meaning()));
        issues(line.issues());
        out.write("</td></tr>\n");
    }

    private void issues(List<Issue> issues) throws IOException {
        for (Issue issue : issues) {
            issue(issue);
        }
    }

    @Override
    public void issue(Issue issue) throws IOException {
        marks++;
        out.write("<p class=\"" + (issue.isError() ? "error" : "warning") + "\" id=\"" + mark(marks) + "\"><a href=\"#"
                + mark(marks + 1) + "\">next</a>" + escaped(Plain.issue(issue)) + "</p>\n");
    }

    @Override
    public void passedOver(Trail.Gap gap, String text) throws IOException {
        out.write("<p class=\"error\">" + Plain.passedOver(gap) + "</p>\n");
        if (text != null) {
            out.write("<pre>" + escaped(text.replaceAll("\\s+", " ")) + "</pre>\n");
        }
    }

    @Override
    public void end(String summary) throws IOException {
        marks++;
        out.write("<p class=\"summary\" id=\"" + mark(marks) + "\">" + escaped(summary) + "</p>\n</main>\n");
    }

    @Override
    public void finish() throws IOException {
        out.write("</body>\n</html>\n");
        out.flush();
    }

    /** The anchor of an issue: one leads to the next, the last to the end of its file. */
    private static String mark(int number) {
        return "issue-" + number;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String safe = Plain.safe(text);
        for (int i = 0; i < safe.length(); i++) {
            char character = safe.charAt(i);
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
