package org.claimgate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Limits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets: an issue or a refusal in words, never an exception, a hang or a memory that grows with it. */
class BadInputTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Path REMITTANCE = SAMPLES.resolve("835/paid-in-full/received.x12");
    private static final int HUGE = 100_000_000;

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final Exercise EXERCISE = new Exercise(GUIDES);

    @TestFactory
    Stream<DynamicTest> every_sample_and_what_is_left_of_it_when_it_breaks_off() throws IOException {
        return samples().stream()
                .map(file -> DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> {
                    byte[] bytes = Files.readAllBytes(file);
                    int step = Math.max(1, bytes.length / 40);
                    for (int length = bytes.length; length >= 0; length -= step) {
                        exercise(file, Arrays.copyOf(bytes, length));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_sample_with_bytes_changed_moved_and_lost() throws IOException {
        return samples().stream()
                .map(file -> DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> {
                    Random random = new Random(20261122);
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < 40; i++) {
                        exercise(file, mutated(bytes, random));
                    }
                }));
    }

    private void exercise(Path file, byte[] bytes) throws IOException {
        if (file.toString().endsWith(".json")) {
            EXERCISE.claims(bytes);
        } else {
            EXERCISE.survive(bytes);
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().matches(".*\\.(x12|json)"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(40), bytes.length - at);
        switch (random.nextInt(4)) {
            case 0 -> mutated[at] = (byte) random.nextInt(256);
            case 1 -> mutated[at] = (byte) "*~:^\n0A".charAt(random.nextInt(7));
            case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), mutated, at, length);
            default -> {
                System.arraycopy(bytes, at + length, mutated, at, bytes.length - at - length);
                return Arrays.copyOf(mutated, bytes.length - length);
            }
        }
        return mutated;
    }

    @Test
    void random_bytes_are_no_x12() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            EXERCISE.survive(bytes);
            assertThat(codes(bytes)).containsExactly("TA105:022");
        }
    }

    @Test
    void a_segment_of_ten_megabytes_is_refused_once() throws IOException {
        String file = remittance().replace("N1*PR*", "N1*PR*" + "X".repeat(10_000_000));
        assertThat(words(bytes(file)))
                .singleElement()
                .asString()
                .startsWith("TA105:022 a segment is longer than 16384 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*X", "*:", "*^"})
    void a_segment_of_a_hundred_thousand_elements_is_refused_once(String element) throws IOException {
        String file = remittance().replace("N1*PR*", "N1*PR*" + element.repeat(100_000));
        assertThat(words(bytes(file)))
                .singleElement()
                .asString()
                .startsWith("TA105:022 a segment has more than 100 elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "^X", ":", ":X", "^:"})
    void an_element_of_thousands_of_repetitions_or_components_gives_issues(String part) throws IOException {
        String file = remittance().replace("N1*PR*", "N1*PR*" + part.repeat(5_000));
        assertThat(codes(bytes(file))).isNotEmpty().hasSizeLessThan(20);
    }

    @Test
    void a_file_that_never_ends_a_segment_costs_no_memory() throws IOException {
        InputStream head = new ByteArrayInputStream(bytes(remittance().substring(0, 150)));
        List<String> found = new ArrayList<>();
        read(new SequenceInputStream(head, new Endless(HUGE, (byte) 'X')), found);
        assertThat(found).singleElement().asString().startsWith("TA105:022 a segment is longer than 16384 bytes");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, ' ', '\n', '~', '*', 'A', -1})
    void a_file_of_one_byte_repeated_is_no_x12(byte value) throws IOException {
        List<String> found = new ArrayList<>();
        read(new Endless(HUGE, value), found);
        assertThat(found).singleElement().asString().startsWith("TA105:022");
    }

    /** The other interchanges of the file lose nothing by it. */
    @ParameterizedTest
    @ValueSource(strings = {"ISA|", "ISA*00*", "ISA*00*          *00*          *ZZ*A*ZZ*B*"})
    void an_isa_of_another_shape_is_refused_and_the_next_interchange_is_read(String beginning) throws IOException {
        List<String> found = new ArrayList<>();
        int documents = read(new ByteArrayInputStream(bytes(beginning + "~GS*HP~\n" + remittance())), found);
        assertThat(documents).isEqualTo(1);
        assertThat(found).singleElement().asString().startsWith("TA105:");
    }

    @Test
    void bytes_that_are_no_utf8_are_read_as_latin_1() throws IOException {
        byte[] file = remittance().replace("~N1*PR*", "~N1*PR*\u00C9").getBytes(StandardCharsets.ISO_8859_1);
        EXERCISE.survive(file);
        assertThat(read(new ByteArrayInputStream(file), new ArrayList<>())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[", "{\"claimInformation\":[{\"serviceLines\":"})
    void json_that_is_deeply_nested_is_refused(String nest) throws IOException {
        EXERCISE.claims(bytes(nest.repeat(50_000)));
        EXERCISE.claims(bytes("{\"billing\":" + nest.repeat(1_000)));
    }

    private static String remittance() throws IOException {
        return Files.readString(REMITTANCE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> codes(byte[] file) throws IOException {
        return words(file).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private List<String> words(byte[] file) throws IOException {
        List<String> found = new ArrayList<>();
        read(new ByteArrayInputStream(file), found);
        return found;
    }

    /** Collects the issues; returns the number of documents. */
    private int read(InputStream in, List<String> issues) throws IOException {
        int[] documents = new int[1];
        new DocumentReader(GUIDES, Limits.USUAL).read(in, new DocumentHandler() {
            @Override
            public void document(Guide guide, Document document) {
                documents[0]++;
            }

            @Override
            public void issue(Issue issue) {
                issues.add(issue.code() + " " + issue.message());
            }
        });
        return documents[0];
    }

    /** The same byte, many times. */
    private static final class Endless extends InputStream {

        private final byte value;
        private int left;

        private Endless(int left, byte value) {
            this.left = left;
            this.value = value;
        }

        @Override
        public int read() {
            return left-- > 0 ? value & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, left);
            Arrays.fill(target, offset, offset + count, value);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
