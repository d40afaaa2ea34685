package org.claimgate.claim.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.Test;

/** The edits as a whole: none is forgotten, and each is written down. */
class EditsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services/" + Check.class.getName());
    private static final Path PAGE = Path.of("docs/edits.md");

    @Test
    void every_check_is_found() throws IOException {
        assertThat(Files.readAllLines(SERVICES))
                .as("%s: one class of edits a line, sorted", SERVICES)
                .isEqualTo(checks());
    }

    private static List<String> checks() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve("org/claimgate/claim/edit"))) {
            return files.filter(EditsTest::isCheck)
                    .map(file -> SOURCES.relativize(file).toString())
                    .map(name -> name.replace('/', '.').replaceFirst("\\.java$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCheck(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains(" implements Check.");
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    @Test
    void an_edit_says_what_to_do_in_the_words_of_the_trade() {
        assertThat(Edits.all()).allSatisfy(edit -> {
            assertThat(edit.statuses())
                    .as(edit.id())
                    .isNotEmpty()
                    .allMatch(status -> status.matches("A\\d:\\d+(:\\w+)?"));
            assertThat(edit.message())
                    .as(edit.id())
                    .doesNotStartWith("expected")
                    .doesNotEndWith(".");
            assertThat(edit.fix())
                    .as(edit.id())
                    .satisfiesAnyOf(fix -> assertThat(fix).isNull(), fix -> assertThat(fix)
                            .endsWith("."));
            assertThat(edit.source()).as(edit.id()).isNotBlank();
            assertThat(edit.fields()).as(edit.id()).isNotEmpty().allMatch(field -> field.startsWith("/"));
        });
    }

    @Test
    void an_edit_names_statuses_that_there_are() {
        Guides guides = Guides.load(Path.of("mappings/x12"));
        assertThat(Edits.all())
                .allSatisfy(edit -> assertThat(edit.statuses()).as(edit.id()).allSatisfy(status -> {
                    String[] parts = status.split(":");
                    assertThat(guides.codes("claim-status-category").allows(parts[0]))
                            .isTrue();
                    assertThat(guides.codes("claim-status").allows(parts[1])).isTrue();
                    assertThat(parts.length < 3
                                    || guides.codes("entity-identifier").allows(parts[2]))
                            .isTrue();
                }));
    }

    @Test
    void the_page_says_what_the_edits_say() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("%s: write it with ./gateway edits > %s", PAGE, PAGE)
                .isEqualTo(EditsPage.text());
    }
}
