package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;

/** The generated files are sound by the guides, and of the size asked for. */
class GeneratedFilesTest {

    private static final long SIZE = 1_000_000;

    private final DocumentReader reader = new DocumentReader(Guides.load(Path.of("mappings/x12")), Limits.USUAL);

    @Test
    void a_remittance_reads_without_an_issue() throws IOException {
        GeneratedRemittance generated = new GeneratedRemittance(SIZE);
        byte[] file = generated.readAllBytes();
        Found found = read(file);
        assertThat(file.length).isBetween((int) SIZE, 2 * (int) SIZE);
        assertThat(found.documents).isEqualTo(generated.payments()).isEqualTo(1500L * generated.sets());
    }

    @Test
    void claims_of_many_providers_subscribers_and_dependents_read_without_an_issue() throws IOException {
        GeneratedClaims generated = new GeneratedClaims(SIZE);
        byte[] file = generated.readAllBytes();
        Found found = read(file);
        assertThat(file.length).isBetween((int) SIZE, 2 * (int) SIZE);
        assertThat(found.documents).isEqualTo(generated.claims());
        assertThat(found.providers).hasSize(40 * generated.sets());
        assertThat(found.dependents).isEqualTo(12L * 40 * generated.sets());
    }

    private Found read(byte[] file) throws IOException {
        Found found = new Found();
        reader.read(new ByteArrayInputStream(file), found);
        return found;
    }

    private static final class Found implements DocumentHandler {

        private final Set<String> providers = new HashSet<>();
        private long documents;
        private long dependents;

        @Override
        public void document(Guide guide, Document read) {
            JsonNode document = read.json();
            documents++;
            providers.add(document.path("billing").path("npi").asText());
            dependents += document.has("dependent") ? 1 : 0;
        }

        @Override
        public void issue(Issue issue) {
            assertThat(issue).isNull();
        }
    }
}
