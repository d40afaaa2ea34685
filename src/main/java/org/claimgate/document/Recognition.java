package org.claimgate.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.yaml.YamlObject;

/**
 * By what a file is recognised: everything that is given must fit, what is null fits always.
 *
 * @param partner id of the sender
 * @param file glob of the file name, such as {@code *.rpt}
 * @param begins text that the file begins with
 * @param pattern regular expression that the file begins with; a dot stands for line breaks too
 */
record Recognition(String partner, String file, String begins, String pattern) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Recognition of(YamlObject yaml) {
        Recognition recognition = new Recognition(
                yaml.text("partner", null),
                yaml.text("file", null),
                yaml.text("begins", null),
                yaml.text("pattern", null));
        if (recognition.conditions() == 0) {
            throw yaml.mistake("", "give at least one of partner, file, begins, pattern");
        }
        check(yaml, "file", recognition::name);
        check(yaml, "pattern", recognition::form);
        yaml.finish();
        return recognition;
    }

    private static void check(YamlObject yaml, String key, Runnable compiling) {
        try {
            compiling.run();
        } catch (PatternSyntaxException e) {
            throw yaml.mistake(key, "'" + key + "' is no expression: " + e.getDescription());
        }
    }

    /** How many conditions it has: of two that fit, the one that has more knows the file better. */
    int conditions() {
        return (int) Stream.of(partner, file, begins, pattern)
                .filter(Objects::nonNull)
                .count();
    }

    /** Whether files are recognised, asked often. */
    interface Question {

        /** @param beginning in text, as of {@link Recognition#text} */
        boolean fits(String sender, String name, String beginning);
    }

    Question question() {
        PathMatcher name = name();
        Pattern form = form();
        return (sender, fileName, beginning) -> (partner == null || partner.equals(sender))
                && (name == null || name.matches(Path.of(fileName)))
                && (begins == null || beginning.startsWith(begins))
                && (form == null || form.matcher(beginning).lookingAt());
    }

    /** The beginning of a file. */
    static String text(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private PathMatcher name() {
        return file == null ? null : FileSystems.getDefault().getPathMatcher("glob:" + file);
    }

    private Pattern form() {
        return pattern == null ? null : Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** Such as {@code file *.rpt, begins HDR|}. */
    String inWords() {
        return Stream.of(
                        List.of("partner", Objects.toString(partner, "")),
                        List.of("file", Objects.toString(file, "")),
                        List.of("begins", Objects.toString(begins, "")),
                        List.of("pattern", Objects.toString(pattern, "")))
                .filter(condition -> !condition.get(1).isEmpty())
                .map(condition -> String.join(" ", condition))
                .collect(Collectors.joining(", "));
    }
}
