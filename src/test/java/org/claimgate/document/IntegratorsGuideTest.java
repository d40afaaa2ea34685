package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the guide in mappings/documents/README.md, written down as it says, do what it says. */
class IntegratorsGuideTest {

    /** The name of a file on a line of its own, and its content in a block. */
    private static final Pattern FILE = Pattern.compile("\\n`([\\w/.-]+)`\\n\\n```\\w*\\n(.*?)```\\n", Pattern.DOTALL);

    @TempDir
    private Path mappings;

    @Test
    void its_files_do_what_it_says() throws IOException {
        Files.copy(MadeMapping.SHIPPED.resolve("text.dfdl.xsd"), mappings.resolve("text.dfdl.xsd"));
        Path folder = Files.createDirectories(mappings.resolve("acme-claim-list"));
        FILE.matcher(Files.readString(MadeMapping.SHIPPED.resolve("README.md")))
                .results()
                .forEach(file -> write(folder.resolve(file.group(1)), file.group(2)));
        DocumentMapping mapping = new MadeMapping(folder).compile();
        assertThat(Sample.of(mapping)).hasSize(3).allSatisfy(sample -> assertThat(
                        sample.differences(mapping, MadeMapping.GUIDES, MadeMapping.CLOCK))
                .as(sample.name())
                .isEmpty());
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
