package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages for people: links lead somewhere, and every heading has something below it. */
class DocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    /** A path of ours in the text, without placeholders. */
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w/.-])((?:edi-samples|docs|src|mappings|partners|routes)/[\\w./-]*[\\w/])(?![\\w<{*&-]|\\.[<{*])");

    private static final Pattern HEADING = Pattern.compile("^(#+) .*");

    @TestFactory
    Stream<DynamicTest> links_and_paths_lead_to_files_and_headings_are_followed_by_text() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> {
                    List<String> lines = Files.readAllLines(page);
                    assertThat(deadLinks(page, lines)).as("dead links").isEmpty();
                    assertThat(emptyHeadings(lines)).as("empty headings").isEmpty();
                    assertThat(missingFiles(lines))
                            .as("files that are named and do not exist")
                            .isEmpty();
                }));
    }

    @Test
    void comments_name_files_that_exist() throws IOException {
        try (Stream<Path> sources = Files.walk(ROOT.resolve("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(missingFiles(Files.readAllLines(source)))
                        .as("files that %s names", ROOT.relativize(source))
                        .isEmpty();
            }
        }
    }

    @Test
    void decisions_are_numbered_once_each_and_without_a_gap() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/decisions"))) {
            List<Path> decisions = files.sorted().toList();
            for (int i = 0; i < decisions.size(); i++) {
                String name = decisions.get(i).getFileName().toString();
                assertThat(name).startsWith("%04d-".formatted(i + 1));
                assertThat(Files.readAllLines(decisions.get(i)).get(0)).startsWith("# " + (i + 1) + ". ");
            }
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(
                ROOT,
                ROOT.resolve("docs"),
                ROOT.resolve("docs/decisions"),
                ROOT.resolve("mappings/documents"),
                ROOT.resolve("mappings/claims"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
                }
            }
        }
        return pages;
    }

    private static List<String> deadLinks(Path page, List<String> lines) {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
                .filter(link -> !Files.exists(page.resolveSibling(link)))
                .toList();
    }

    private static List<String> missingFiles(List<String> lines) {
        return lines.stream()
                .flatMap(line -> FILE.matcher(line).results().map(file -> file.group(1)))
                .filter(file -> !Files.exists(ROOT.resolve(file)))
                .toList();
    }

    /** Headings with nothing before the next heading of the same or a higher level. */
    private static List<String> emptyHeadings(List<String> lines) {
        List<String> empty = new ArrayList<>();
        String open = null;
        int level = 0;
        boolean code = false;
        for (String line : lines) {
            code ^= line.startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                if (open != null && heading.group(1).length() <= level) {
                    empty.add(open);
                }
                open = line;
                level = heading.group(1).length();
            } else if (!line.isBlank()) {
                open = null;
            }
        }
        if (open != null) {
            empty.add(open);
        }
        return empty;
    }
}
