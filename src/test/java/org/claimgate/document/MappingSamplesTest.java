package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every sample of every mapping in mappings/documents/ and mappings/claims/. */
class MappingSamplesTest {

    @TestFactory
    Stream<DynamicContainer> samples() {
        return MappingFolder.all(Path.of("mappings")).stream().map(folder -> {
            TestedMapping mapping = folder.compile(MadeMapping.GUIDES);
            return DynamicContainer.dynamicContainer(mapping.name(), samples(mapping));
        });
    }

    private static Stream<DynamicTest> samples(TestedMapping mapping) {
        try {
            assertThat(Sample.of(mapping)).as("samples of %s", mapping.name()).isNotEmpty();
            return Sample.of(mapping).stream()
                    .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> assertThat(
                                    sample.differences(mapping, MadeMapping.GUIDES, MadeMapping.CLOCK))
                            .isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
