package org.claimgate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimgate.claim.Batching;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every case of edi-samples/, both ways.
 *
 * <ul>
 *   <li>{@code claim.json}: its issues are those of issues.txt. When none is an error: written, it is
 *       {@code expected.x12}; read again, it is the claim's canonical form.
 *   <li>{@code received.x12}: read, it is the array {@code expected.json} with the issues of issues.txt. When none is an
 *       error: written, it has the same segments.
 * </ul>
 *
 * A line of issues.txt is {@code code pointer} for an issue of a field, {@code code loop segment} for one without. With
 * {@code -Dsamples.record=true} the files that are missing are written instead of missed; look at them before you keep them.
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final boolean RECORD = Boolean.getBoolean("samples.record");

    private final Guides guides = Guides.load(Path.of("mappings/x12"));
    private final Claims claims =
            new Claims(guides, Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));

    @TestFactory
    Stream<DynamicTest> submittedClaims() throws IOException {
        return casesWith("claim.json").map(folder -> DynamicTest.dynamicTest(name(folder), () -> submit(folder)));
    }

    /** All good claims of a kind in one transaction set, where they share the loops around them. */
    @ParameterizedTest
    @ValueSource(strings = {"837P", "837I"})
    void claimsInOneSetAreReadAsTheyWere(String set) throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        for (Path folder : casesWith("expected.x12")
                .filter(folder -> folder.startsWith(SAMPLES.resolve(set)))
                .toList()) {
            Claims.Checked checked = claims.check(ClaimReader.read(Files.readAllBytes(folder.resolve("claim.json")))
                    .get(0)
                    .json());
            ObjectNode document = X12.addressed(checked.document(), guides.forVocabulary(checked.vocabulary()));
            document.withObject("/envelope").put("usageIndicator", "P");
            documents.add(document);
            documents.add(asDependent(document));
        }
        List<ObjectNode> batch = Batching.batches(documents, Function.identity(), documents.size())
                .get(0);
        X12.Written written = X12.write(guides, batch, "\n");
        assertThat(X12.lines(written.issues())).isEmpty();
        assertThat(written.text().split("\nST\\*", -1)).hasSize(2);
        X12.Read again = X12.read(guides, written.text());
        assertThat(X12.lines(again.issues())).isEmpty();
        assertThat(again.documents().stream().map(SamplesTest::bare))
                .containsExactlyElementsOf(batch.stream().map(SamplesTest::bare).toList());
    }

    /** The same claim for a child of the subscriber. */
    private static ObjectNode asDependent(ObjectNode claim) {
        ObjectNode child = claim.deepCopy();
        child.putObject("dependent")
                .put("firstName", "ROBIN")
                .put("lastName", "ELLISON")
                .put("gender", "U")
                .put("dateOfBirth", "20200101")
                .put("relationshipToSubscriberCode", "19")
                .putObject("address")
                .put("address1", "77 MAPLE ST")
                .put("city", "COLUMBUS");
        return child;
    }

    @TestFactory
    Stream<DynamicTest> receivedFiles() throws IOException {
        return casesWith("received.x12").map(folder -> DynamicTest.dynamicTest(name(folder), () -> receive(folder)));
    }

    private static Stream<Path> casesWith(String file) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES, 3)) {
            return files.filter(path -> path.endsWith(file)).map(Path::getParent).sorted().toList().stream();
        }
    }

    private static String name(Path folder) {
        return SAMPLES.relativize(folder).toString();
    }

    private void submit(Path folder) throws IOException {
        List<ClaimReader.Item> items = ClaimReader.read(Files.readAllBytes(folder.resolve("claim.json")));
        assertThat(items).hasSize(1);
        Claims.Checked checked = claims.check(items.get(0).json());
        assertSame(folder.resolve("issues.txt"), X12.lines(checked.issues()));
        if (checked.accepted()) {
            writeAndReadAgain(folder, checked);
        } else {
            assertThat(folder.resolve("expected.x12")).doesNotExist();
        }
    }

    private void writeAndReadAgain(Path folder, Claims.Checked checked) throws IOException {
        ObjectNode document = X12.addressed(checked.document(), guides.forVocabulary(checked.vocabulary()));
        X12.Written written = X12.write(guides, List.of(document), "\n");
        assertThat(X12.lines(written.issues())).isEmpty();
        assertSame(folder.resolve("expected.x12"), written.text());
        X12.Read again = X12.read(guides, written.text());
        assertThat(X12.lines(again.issues())).isEmpty();
        assertThat(again.documents()).hasSize(1);
        assertThat(bare(again.documents().get(0))).isEqualTo(bare(document));
    }

    /** Without the envelope, where the reader also tells what the writer needs not be told. */
    private static ObjectNode bare(ObjectNode document) {
        return document.deepCopy().without(Envelope.FIELD);
    }

    private void receive(Path folder) throws IOException {
        String received = Files.readString(folder.resolve("received.x12"));
        X12.Read read = X12.read(guides, received);
        assertSame(folder.resolve("issues.txt"), X12.lines(read.issues()));
        assertSame(folder.resolve("expected.json"), X12.pretty(read.documents()), SamplesTest::fields);
        if (read.hasNoErrors()) {
            X12.Written written = X12.write(guides, read.documents(), "");
            assertThat(X12.lines(written.issues())).isEmpty();
            assertThat(X12.segments(written.text())).isEqualTo(X12.segments(received));
        }
    }

    /** In JSON, the order of fields means nothing. */
    private static Object fields(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Path file, String text) {
        assertSame(file, text, content -> content);
    }

    private static void assertSame(Path file, String text, Function<String, Object> meaning) {
        try {
            if (RECORD && Files.notExists(file)) {
                Files.writeString(file, text);
            }
            assertThat(meaning.apply(text)).as("as in " + file).isEqualTo(meaning.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the case lacks a file", e);
        }
    }
}
