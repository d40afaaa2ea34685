package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Habits of the house that show in the text of the sources. */
class SourcesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path MAIN = ROOT.resolve("src/main/java");
    private static final Path TESTS = ROOT.resolve("src/test/java");
    private static final Path BENCHMARKS = ROOT.resolve("src/benchmarks/java");
    private static final Path FUZZ = ROOT.resolve("src/fuzz/java");
    private static final Path CRASH = ROOT.resolve("src/crash/java");

    /** A file is meant to stay below this many lines; above, the report names it. */
    private static final int GOOD_LINES = 300;

    /** No file may be longer. */
    private static final int MOST_LINES = 500;

    /** Put together, so that this file does not hold them. */
    private static final Pattern SLEEPING = Pattern.compile("(Thread|TimeUnit\\.[A-Z]+)\\.sl" + "eep\\(");

    private static final Pattern SKIPPED = Pattern.compile("@Disa" + "bled\\b");
    private static final Pattern LEFT_BEHIND = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    @Test
    void no_source_file_is_too_long(TestReporter reporter) {
        Stream.of(MAIN, TESTS, BENCHMARKS, FUZZ, CRASH)
                .flatMap(SourcesTest::javaFiles)
                .forEach(file -> {
                    int lines = lines(file).size();
                    if (lines > GOOD_LINES) {
                        reporter.publishEntry(
                                ROOT.relativize(file).toString(), lines + " lines: has it more than one purpose?");
                    }
                    assertThat(lines).as("lines of %s", ROOT.relativize(file)).isLessThanOrEqualTo(MOST_LINES);
                });
    }

    @Test
    void every_package_says_what_it_is() {
        assertThat(javaFiles(MAIN).map(Path::getParent).distinct()).isNotEmpty().allSatisfy(folder -> assertThat(
                        folder.resolve("package-info.java"))
                .exists());
    }

    @Test
    void no_test_sleeps_or_is_switched_off() {
        assertThat(matches(javaFiles(TESTS), SLEEPING)).isEmpty();
        assertThat(matches(javaFiles(TESTS), SKIPPED)).isEmpty();
    }

    @Test
    void nothing_is_left_to_do_in_a_comment() {
        assertThat(matches(
                        Stream.of(MAIN, TESTS, BENCHMARKS, FUZZ, CRASH).flatMap(SourcesTest::javaFiles), LEFT_BEHIND))
                .isEmpty();
    }

    private static List<String> matches(Stream<Path> files, Pattern pattern) {
        return files.flatMap(file -> lines(file).stream()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> ROOT.relativize(file) + ": " + line.strip()))
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
