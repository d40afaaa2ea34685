package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guides;
import org.claimgate.receipt.ErrorLevel;
import org.claimgate.receipt.InterchangeNumbers;
import org.claimgate.receipt.Receipts;
import org.claimgate.x12.Limits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every case of edi-samples/acknowledgments/: {@code sent.x12} is acknowledged as {@code acknowledged-element.x12} says
 * at the strictness {@code element}, and likewise at {@code segment} and {@code set}; a strictness without a file of its own
 * gives the same as the one before it. What was written is read back without an issue, by us and by another validator, and
 * is not acknowledged in turn.
 *
 * <p>With {@code -Dsamples.record=true} the files of a case that has none are written; look at them before you keep them.
 */
class AcknowledgmentSamplesTest {

    private static final Path SAMPLES = Path.of("edi-samples/acknowledgments");
    private static final boolean RECORD = Boolean.getBoolean("samples.record");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:15:00Z"), ZoneOffset.UTC);

    private final Guides guides = Guides.load(Path.of("mappings/x12"));

    @TestFactory
    Stream<DynamicTest> acknowledgedAsTheGuideSays() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> acknowledge(folder)))
                    .toList()
                    .stream();
        }
    }

    private void acknowledge(Path folder) throws Exception {
        String sent = Files.readString(folder.resolve("sent.x12"));
        boolean record = RECORD && Files.notExists(file(folder, ErrorLevel.ELEMENT));
        String expected = null;
        for (ErrorLevel strictness : ErrorLevel.values()) {
            String answer = acknowledge(sent, strictness);
            Path file = file(folder, strictness);
            if (record && !answer.equals(expected)) {
                Files.writeString(file, answer);
            }
            expected = strictness == ErrorLevel.ELEMENT || Files.exists(file) ? Files.readString(file) : expected;
            assertThat(answer).as(strictness.toString()).isEqualTo(expected);
            assertThat(CommandRun.withInput(answer, "validate", "-").out())
                    .contains(": ")
                    .doesNotContain(": error", ": warning");
            assertThat(AnotherValidator.errors(answer)).isEmpty();
            assertThat(acknowledge(answer, strictness)).isEmpty();
        }
    }

    private static Path file(Path folder, ErrorLevel strictness) {
        return folder.resolve("acknowledged-" + strictness.name().toLowerCase(Locale.ROOT) + ".x12");
    }

    private String acknowledge(String sent, ErrorLevel strictness) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AcknowledgmentFile answers =
                new AcknowledgmentFile(guides, 1, out, new PrintWriter(Writer.nullWriter()), CLOCK);
        Receipts receipts = new Receipts(
                guides,
                strictness,
                guide -> true,
                new InterchangeNumbers()::take,
                receipt -> answers.write("sent.x12", receipt));
        new DocumentReader(guides, Limits.USUAL)
                .read(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)), receipts);
        return out.toString(StandardCharsets.UTF_8);
    }
}
