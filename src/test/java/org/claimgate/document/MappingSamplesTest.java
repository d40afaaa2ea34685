package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every sample of every mapping in mappings/documents/. */
class MappingSamplesTest {

    @TestFactory
    Stream<DynamicContainer> samples() {
        return Description.all(MadeMapping.SHIPPED).stream().map(description -> {
            DocumentMapping mapping = DocumentMapping.compile(description, MadeMapping.GUIDES);
            return DynamicContainer.dynamicContainer(mapping.name(), samples(mapping));
        });
    }

    private static Stream<DynamicTest> samples(DocumentMapping mapping) {
        try {
            assertThat(Sample.of(mapping)).as("samples of %s", mapping.name()).isNotEmpty();
            return Sample.of(mapping).stream()
                    .map(sample -> DynamicTest.dynamicTest(
                            sample.name(), () -> assertThat(sample.differences(mapping, MadeMapping.GUIDES))
                                    .isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
