package org.claimgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    @TempDir
    Path folder;

    @Test
    void every_sample_claim_takes_part_in_the_demo() throws IOException {
        Path samples = Path.of("edi-samples");
        TreeSet<String> cases = new TreeSet<>();
        for (String set : Sample.SETS) {
            try (Stream<Path> folders = Files.list(samples.resolve(set))) {
                folders.forEach(folder -> cases.add(set + "/" + folder.getFileName()));
            }
        }
        assertThat(Sample.load(samples)).extracting(Sample::name).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void a_bad_claim_is_expected_to_be_refused() throws IOException {
        Path bad = Files.createDirectories(folder.resolve("837P/bad-thing"));
        Files.writeString(bad.resolve("claim.json"), "{}");
        assertThat(Sample.load(folder))
                .singleElement()
                .satisfies(sample -> assertThat(sample.expected().text()).isEqualTo("REFUSED"));
    }

    @Test
    void a_mistake_names_its_file() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("837P/odd"));
        Files.writeString(odd.resolve("claim.json"), "{}");
        Files.writeString(odd.resolve("demo.txt"), "ends: happily");
        assertThatThrownBy(() -> Sample.load(folder)).hasMessageContaining("odd/demo.txt: 'happily'");
    }
}
