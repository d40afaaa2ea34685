package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.claimgate.flow.SenderClaims;
import org.claimgate.guide.MappingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of other systems, by who sends them. */
class ClaimMappingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESCRIPTION =
            """
            title: Made by a test
            senders: [clinic]
            mapping: claim.jslt
            """;

    @TempDir
    private Path mappings;

    @BeforeEach
    void make() {
        write("made/claim.yaml", DESCRIPTION);
        write("made/claim.jslt", "{\"claimInformation\": {\"patientControlNumber\": .no}}");
    }

    @Test
    void a_sender_that_is_named_has_its_mapping_and_any_other_writes_our_vocabulary() throws IOException {
        SenderClaims senders = ClaimMappings.load(mappings);
        assertThat(senders.of("clinic").name()).isEqualTo("made");
        assertThat(senders.of("clinic").map(json("{'no': 'A1'}")).claim())
                .isEqualTo(json("{'claimInformation': {'patientControlNumber': 'A1'}}"));
        assertThat(senders.of("Clinic")).isSameAs(SenderClaims.OURS);
        ObjectNode ours = json("{'no': 'A1'}");
        assertThat(senders.of("other").map(ours).claim()).isSameAs(ours);
    }

    @Test
    void without_a_folder_of_mappings_all_senders_write_our_vocabulary() {
        assertThat(ClaimMappings.load(mappings.resolve("none")).of("clinic")).isSameAs(SenderClaims.OURS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null; the mapping gives no JSON object",
                ".no; the mapping gives no JSON object",
                "[]; expected one claim of each JSON object, and the mapping gives 0",
                "[., .]; expected one claim of each JSON object, and the mapping gives 2",
                "amount(.no); the mapping hands amount() what is none",
                "error(.no); the mapping fails at a function of made/claim.jslt",
                "$document; the mapping fails at made/claim.jslt:1:1",
            })
    void an_object_that_gives_no_claim_is_told_without_its_values(String jslt, String message) throws IOException {
        write("made/claim.jslt", jslt);
        SenderClaims.Mapped mapped = ClaimMappings.load(mappings).of("clinic").map(json("{'no': 'SECRET'}"));
        assertThat(mapped.claim()).isNull();
        assertThat(mapped.issue().code()).isEqualTo("DOCUMENT:mapping");
        assertThat(mapped.issue().message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "title: Made by a test; a: b; claim.yaml:1: 'title' is missing",
                "[clinic]; clinic; claim.yaml:2: 'senders' is a list: [value, …]",
                "[clinic]; []; claim.yaml:2: 'senders' names ids of letters",
                "[clinic]; [north clinic]; claim.yaml:2: 'senders' names ids of letters",
                "claim.jslt; other.jslt; claim.yaml:3: there is no file",
                "mapping: claim.jslt; each: /a; claim.yaml:1: 'mapping' is missing",
            })
    void a_mistake_in_the_description_is_told_with_file_and_line(String right, String wrong, String message) {
        write("made/claim.yaml", DESCRIPTION.replace(right, wrong));
        assertMistake(message);
    }

    @Test
    void a_mistake_in_the_mapping_or_a_sender_of_two_mappings_is_told_before_anything_is_read() {
        write("made/claim.jslt", "{\n  \"a\": nosuch(.b)\n}");
        assertMistake("made/claim.jslt:2: No such function: 'nosuch'");
        write("made/claim.jslt", ".");
        write("other/claim.yaml", DESCRIPTION);
        write("other/claim.jslt", ".");
        assertMistake("other/claim.yaml:1: sender clinic has the mapping made");
        write("another/readme.txt", "");
        assertMistake("another/claim.yaml:1: is missing");
    }

    @Test
    void a_gateway_with_no_other_mappings_loads_nothing_of_smooks() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("smooks") && !entry.contains("daffodil"))
                .map(ClaimMappingsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("org.smooks.Smooks")).isInstanceOf(ClassNotFoundException.class);
            Class<?> alone = loader.loadClass(ClaimMappings.class.getName());
            Object senders = alone.getMethod("load", Path.class).invoke(null, mappings);
            Object mapping = alone.getMethod("of", String.class).invoke(senders, "clinic");
            assertThat(mapping.getClass().getSimpleName()).isEqualTo("ClaimMapping");
        }
    }

    private void assertMistake(String message) {
        assertThatThrownBy(() -> ClaimMappings.load(mappings))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    private void write(String file, String content) {
        try {
            Path path = mappings.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(String text) throws IOException {
        JsonNode json = JSON.readTree(text.replace('\'', '"'));
        return (ObjectNode) json;
    }
}
