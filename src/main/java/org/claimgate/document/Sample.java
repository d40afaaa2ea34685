package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/**
 * A document that a mapping is tried with, and what should come of it: a folder of samples/ with {@code input.*},
 * {@code expected.json} (the array of results; of a document that is sent, {@code expected.<extension>}, the document) and
 * {@code issues.txt} (a line each). One of the two must be there; the other, when absent, stands for nothing. Claims are judged on
 * the day that {@code day.txt} beside the samples says, without it as of today.
 */
public record Sample(Path folder) {

    private static final String ISSUES = "issues.txt";
    private static final String DAY = "day.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The samples of a mapping, by name. */
    public static List<Sample> of(TestedMapping mapping) throws IOException {
        Path samples = mapping.description().folder().resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(Files::isDirectory).sorted().map(Sample::new).toList();
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** What comes of it otherwise than expected, a line each; empty when all is well. */
    public List<String> differences(TestedMapping mapping, Guides guides, Clock clock) throws IOException {
        String file = mapping.resultFile();
        if (!isExpected(mapping)) {
            return List.of("neither " + file + " nor " + ISSUES + " says what is expected");
        }
        Trial trial = trial(mapping, guides, clock);
        List<String> differences = new ArrayList<>(differences(ISSUES, expectedIssues(), lines(trial.issues())));
        differences.addAll(differences(file, expectedResults(file), results(trial)));
        return differences;
    }

    /** Whether it is written down what is expected. */
    public boolean isExpected(TestedMapping mapping) {
        return Files.exists(folder.resolve(mapping.resultFile())) || Files.exists(folder.resolve(ISSUES));
    }

    /** Writes down what comes of it, as what is expected from now on, and says how much that is. */
    public String record(TestedMapping mapping, Guides guides, Clock clock) throws IOException {
        Trial trial = trial(mapping, guides, clock);
        int results = results(trial).size();
        if (!trial.issues().isEmpty()) {
            Files.write(folder.resolve(ISSUES), lines(trial.issues()));
        }
        if (results > 0 || trial.issues().isEmpty()) {
            Files.writeString(folder.resolve(mapping.resultFile()), trial.text());
        }
        Path day = folder.resolveSibling(DAY);
        if (mapping.isOfClaims() && !Files.exists(day)) {
            Files.writeString(day, LocalDate.now(clock) + "\n");
        }
        return results
                + (results == 1 ? " result, " : " results, ")
                + trial.issues().size()
                + (trial.issues().size() == 1 ? " issue" : " issues");
    }

    private Trial trial(TestedMapping mapping, Guides guides, Clock clock) throws IOException {
        try (InputStream in = Files.newInputStream(input())) {
            return mapping.trial(in, guides, onItsDay(clock));
        }
    }

    /** What is said of claims depends on the day, so that the samples of a mapping have one. */
    private Clock onItsDay(Clock clock) throws IOException {
        Path file = folder.resolveSibling(DAY);
        if (!Files.exists(file)) {
            return clock;
        }
        try {
            LocalDate day = LocalDate.parse(Files.readString(file).strip());
            return Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IOException(file + ": expected a day, as in 2026-11-01", e);
        }
    }

    private Path input() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + " has no file input.*"));
        }
    }

    private List<String> expectedIssues() throws IOException {
        Path file = folder.resolve(ISSUES);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<?> expectedResults(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        return name.endsWith(".json") ? items(JSON.readTree(file.toFile())) : Files.readAllLines(file);
    }

    /** Items, or the lines of text. JSON is compared as it is written: a number is the same whatever class holds it. */
    private static List<?> results(Trial trial) throws IOException {
        return trial.json().isTextual()
                ? trial.text().lines().toList()
                : items(JSON.readTree(trial.json().toString()));
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static List<String> differences(String file, List<?> expected, List<?> found) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            Object one = i < expected.size() ? expected.get(i) : "nothing";
            Object other = i < found.size() ? found.get(i) : "nothing";
            if (!one.equals(other)) {
                differences.add(file + " " + (i + 1) + ": expected " + one + ", found " + other);
            }
        }
        return differences;
    }

    /** Issues as issues.txt has them: {@code error CODE: message [/pointer]}. */
    private static List<String> lines(List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.severity().name().toLowerCase(Locale.ROOT) + " " + issue.code() + ": "
                        + issue.message() + (issue.pointer().isEmpty() ? "" : " [" + issue.pointer() + "]"))
                .toList();
    }
}
