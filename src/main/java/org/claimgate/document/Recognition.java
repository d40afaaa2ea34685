package org.claimgate.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
        check(yaml, "file", recognition.file, recognition::isNamed);
        check(yaml, "pattern", recognition.pattern, recognition::isLike);
        yaml.finish();
        return recognition;
    }

    private static void check(YamlObject yaml, String key, String expression, Consumer<String> use) {
        try {
            if (expression != null) {
                use.accept("");
            }
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

    boolean fits(String sender, String name, byte[] beginning) {
        String text = new String(beginning, StandardCharsets.UTF_8);
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return (partner == null || partner.equals(sender))
                && (file == null || isNamed(name))
                && (begins == null || content.startsWith(begins))
                && (pattern == null || isLike(content));
    }

    private boolean isNamed(String name) {
        return FileSystems.getDefault().getPathMatcher("glob:" + file).matches(Path.of(name));
    }

    private boolean isLike(String content) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(content).lookingAt();
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
