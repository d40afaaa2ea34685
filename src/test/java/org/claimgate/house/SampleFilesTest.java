package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of edi-samples/ has the files of its kind, and none that nothing reads. */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("edi-samples");

    /** A claim as it is submitted: what is wrong with it, what it is written as, how the demo sees it end. */
    private static final Set<String> SUBMITTED = Set.of("claim.json", "issues.txt", "expected.x12", "demo.txt");

    /** A file as a partner sends it, and the documents that it becomes. */
    private static final Set<String> RECEIVED = Set.of("received.x12", "issues.txt", "expected.json");

    @Test
    void there_are_samples_of_claims() {
        assertThat(folders(SAMPLES.resolve("837P"))).hasSizeGreaterThan(4);
        assertThat(folders(SAMPLES.resolve("837I"))).hasSizeGreaterThan(1);
    }

    @TestFactory
    Stream<DynamicTest> every_case_has_its_files() {
        return folders(SAMPLES).stream()
                .filter(set -> !set.endsWith("conversations"))
                .flatMap(set -> folders(set).stream())
                .map(folder ->
                        DynamicTest.dynamicTest(SAMPLES.relativize(folder).toString(), () -> check(folder)));
    }

    private static void check(Path folder) {
        Set<String> files = names(folder);
        if (files.contains("claim.json")) {
            assertThat(files).isSubsetOf(SUBMITTED).contains("issues.txt");
        } else {
            assertThat(files).isEqualTo(RECEIVED);
        }
    }

    private static Set<String> names(Path folder) {
        return list(folder).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> folders(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
