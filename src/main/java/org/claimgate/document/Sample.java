package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/**
 * A document that a mapping is tried with, and what should come of it: a folder of samples/ with {@code input.*},
 * {@code expected.json} (the array of results) and {@code issues.txt} (a line each). A file that is absent stands for nothing.
 */
public record Sample(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The samples of a mapping, by name. */
    public static List<Sample> of(DocumentMapping mapping) throws IOException {
        Path samples = mapping.description().folder().resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.sorted().map(Sample::new).toList();
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** What comes of it otherwise than expected, a line each; empty when all is well. */
    public List<String> differences(DocumentMapping mapping, Guides guides) throws IOException {
        Trial trial;
        try (InputStream in = Files.newInputStream(input())) {
            trial = Trial.of(mapping, in, guides);
        }
        List<String> differences = new ArrayList<>(differences("issues.txt", expectedIssues(), lines(trial.issues())));
        List<JsonNode> results = new ArrayList<>();
        JSON.readTree(trial.results().toString()).forEach(results::add);
        differences.addAll(differences("expected.json", expectedResults(), results));
        return differences;
    }

    private Path input() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + " has no file input.*"));
        }
    }

    private List<String> expectedIssues() throws IOException {
        Path file = folder.resolve("issues.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<JsonNode> expectedResults() throws IOException {
        Path file = folder.resolve("expected.json");
        List<JsonNode> results = new ArrayList<>();
        if (Files.exists(file)) {
            JSON.readTree(file.toFile()).forEach(results::add);
        }
        return results;
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
