package org.claimgate.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.Limits;

/**
 * However broken a file is, what its sender gets for it is without a mistake. {@code -Dbroken.files=200} breaks more of them.
 */
class BrokenFilesTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final List<String> SAMPLES = samples();
    private static final String STRANGE = "*~:^>|? \n\0\u00e9AZ09.-'";
    private static final Delimiters ODD = Delimiters.of('|', '\\', '>', '!');
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 23, 9, 15);
    /** Who wants odd delimiters is a partner, with a profile that fits them. */
    private static final ReplyEnvelope PARTNER = new ReplyEnvelope(
            new ReplyEnvelope.Party("ZZ", "US", "US-APP"), new ReplyEnvelope.Party("ZZ", "THEM", "THEM-APP"), "T", AT);

    private static final int TRIES = Integer.getInteger("broken.files", 3);

    @Property(tries = 60)
    void theAcknowledgmentOfABrokenFileIsSound(@ForAll @IntRange(max = 1_000_000) int seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            String broken = broken(sample, random);
            for (ErrorLevel strictness : ErrorLevel.values()) {
                String answer = acknowledge(broken, strictness, random.nextBoolean() ? Delimiters.USUAL : ODD);
                assertThat(issues(answer)).as(answer + "\nfor\n" + broken).isEmpty();
                assertThat(acknowledge(answer, strictness, Delimiters.USUAL)).isEmpty();
            }
        }
    }

    private static List<String> samples() {
        try (Stream<Path> files = Files.walk(Path.of("edi-samples"))) {
            return files.filter(file -> file.toString().endsWith(".x12"))
                    .filter(file -> !file.getFileName().toString().startsWith("acknowledged"))
                    .sorted()
                    .map(BrokenFilesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to six accidents: of a segment as a whole, or of a single character anywhere. */
    private static String broken(String sample, Random random) {
        List<String> segments = new ArrayList<>(List.of(sample.split("(?<=~)")));
        for (int accidents = random.nextInt(3); accidents > 0; accidents--) {
            int place = random.nextInt(segments.size());
            switch (random.nextInt(4)) {
                case 0 -> segments.add(place, segments.get(random.nextInt(segments.size())));
                case 1 -> segments.add(segments.remove(place));
                case 2 -> segments.set(place, segments.get(place).replaceFirst("\\*[^*~]*", "*"));
                default -> segments.remove(segments.size() > 1 ? place : 0);
            }
            if (segments.isEmpty()) {
                return "";
            }
        }
        StringBuilder text = new StringBuilder(String.join("", segments));
        for (int accidents = random.nextInt(4); accidents > 0 && text.length() > 0; accidents--) {
            int place = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.setCharAt(place, STRANGE.charAt(random.nextInt(STRANGE.length())));
            } else {
                text.insert(place, STRANGE.substring(random.nextInt(STRANGE.length())));
            }
        }
        return text.toString();
    }

    private static String acknowledge(String sent, ErrorLevel strictness, Delimiters delimiters) throws IOException {
        AcknowledgmentWriter writer = new AcknowledgmentWriter(GUIDES, delimiters, "\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean toPartner = delimiters.equals(ODD);
        read(
                sent,
                new Receipts(
                        GUIDES,
                        strictness,
                        guide -> true,
                        new InterchangeNumbers()::take,
                        receipt -> write(
                                writer, receipt, toPartner ? PARTNER : ReplyEnvelope.to(receipt.header(), AT), out)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(
            AcknowledgmentWriter writer, InterchangeReceipt receipt, ReplyEnvelope reply, ByteArrayOutputStream out) {
        try {
            if (receipt.owesInterchangeAcknowledgment()) {
                writer.writeInterchangeAcknowledgment(receipt, reply, "000000001", out);
            }
            if (receipt.owesGroupAcknowledgments()) {
                int[] number = {0};
                writer.writeGroupAcknowledgments(receipt, reply, "000000002", () -> String.valueOf(++number[0]), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> issues(String text) throws IOException {
        List<String> issues = new ArrayList<>();
        if (!text.isEmpty()) {
            read(text, new DocumentHandler() {
                @Override
                public void document(Guide guide, Document document) {
                    assertThat(guide.vocabulary()).endsWith("acknowledgment");
                }

                @Override
                public void issue(Issue issue) {
                    issues.add(issue.code() + " " + issue.place().segment() + " " + issue.message());
                }
            });
        }
        return issues;
    }

    private static void read(String text, DocumentHandler handler) throws IOException {
        new DocumentReader(GUIDES, Limits.USUAL)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), handler);
    }
}
