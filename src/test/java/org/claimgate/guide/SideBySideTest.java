package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.claimgate.x12.Limits;

/** Whatever a file holds and wherever it is cut, several threads find the same in it as one, in the same order. */
class SideBySideTest {

    /** Files made in each try: {@code -Dsides.files=100} for a long run. */
    private static final int FILES = Integer.getInteger("sides.files", 1);

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final List<byte[]> SAMPLES = samples();
    private static final int FEW = 30;
    /** So many fill several windows of the reader. */
    private static final int MANY = 600;

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Samples one after the other, damaged; how many threads read them, and how much they may hold. */
    record Case(byte[] file, int threads, SideBySide.Sizes sizes) {

        @Override
        public String toString() {
            return threads + " threads, " + sizes + ":\n" + new String(file, StandardCharsets.ISO_8859_1);
        }
    }

    /** What a file became. */
    record Result(long documents, String lines, List<Issue> issues) {}

    @Property(tries = 150, seed = "20261127", shrinking = ShrinkingMode.OFF)
    void severalThreadsFindWhatOneFinds(@ForAll("cases") List<Case> cases) throws IOException {
        for (Case one : cases) {
            Result alone = alone(one.file);
            assertThat(assertTimeoutPreemptively(LONG, () -> sideBySide(one))).isEqualTo(alone);
        }
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        return Arbitraries.randomValue(random -> {
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                cases.add(new Case(file(random), 2 + random.nextInt(3), sizes(random)));
            }
            return cases;
        });
    }

    private static SideBySide.Sizes sizes(Random random) {
        long enough = 1L << random.nextInt(20);
        return new SideBySide.Sizes(enough, enough << random.nextInt(6), 1L << random.nextInt(24));
    }

    private static byte[] file(Random random) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int kinds = 1 + random.nextInt(4);
        int samples = 1 + random.nextInt(random.nextInt(5) == 0 ? MANY : FEW);
        for (int i = 0; i < samples; i++) {
            file.writeBytes(SAMPLES.get(random.nextInt(SAMPLES.size() * kinds / 4)));
        }
        byte[] bytes = file.toByteArray();
        int faults = random.nextInt(3) * random.nextInt(20);
        for (int i = 0; i < faults && bytes.length > 0; i++) {
            bytes = damaged(bytes, random);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(40), bytes.length - at);
        switch (random.nextInt(6)) {
            case 0 -> damaged[at] = (byte) random.nextInt(256);
            case 1 -> damaged[at] = (byte) "*~:^\n\u0007A".charAt(random.nextInt(7));
            case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), damaged, at, length);
            case 3 -> damaged = replaced(bytes, "~\nSE*", "~\nZZ*", at);
            case 4 -> damaged = replaced(bytes, "~\nNM1*", "~\nNM\u00071*", at);
            default -> {
                System.arraycopy(bytes, at + length, damaged, at, bytes.length - at - length);
                damaged = Arrays.copyOf(damaged, bytes.length - length);
            }
        }
        return damaged;
    }

    /** With each text behind a place replaced. */
    private static byte[] replaced(byte[] bytes, String text, String by, int from) {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        return (file.substring(0, from) + file.substring(from).replace(text, by)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Result alone(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        long documents = new JsonLines(GUIDES, Limits.USUAL, 1).write(new ByteArrayInputStream(file), out, issues::add);
        return new Result(documents, out.toString(StandardCharsets.UTF_8), issues);
    }

    private static Result sideBySide(Case one) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        DocumentReader reader = new DocumentReader(GUIDES, Limits.USUAL);
        StretchFinder finder = new StretchFinder(reader, new ByteArrayInputStream(one.file), one.sizes, new Repeats());
        SpeakingOrder order = new SpeakingOrder(out, issues::add, one.sizes.kept());
        long documents = new SideBySide(Limits.USUAL, one.threads, finder, order).read();
        return new Result(documents, out.toString(StandardCharsets.UTF_8), issues);
    }

    private static List<byte[]> samples() {
        try (Stream<Path> files = Files.walk(Path.of("edi-samples"))) {
            return files.filter(file -> file.toString().endsWith(".x12"))
                    .sorted()
                    .map(SideBySideTest::bytes)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
