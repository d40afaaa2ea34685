package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.claim.Claims;
import org.claimgate.document.DocumentMappings;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every conversation of edi-samples/conversations/answers against a ledger of its own. */
class ConversationTest {

    private static final Path CONVERSATIONS = Path.of("edi-samples", "conversations", "answers");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> conversations() throws IOException {
        Guides guides = Guides.load(Path.of("mappings", "x12"));
        DocumentMappings documents = DocumentMappings.load(Path.of("mappings", "documents"), guides);
        Partners partners = SentClaims.partners(folder.resolve("partners"));
        List<Path> files;
        try (Stream<Path> found = Files.list(CONVERSATIONS)) {
            files = found.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> play(guides, documents, partners, file)));
    }

    private void play(Guides guides, PartnerDocuments documents, Partners partners, Path file) throws IOException {
        try (Ledger ledger = EmptyLedger.in(folder.resolve(file.getFileName().toString()), Clock.systemUTC())) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).anyMatch(line -> line.startsWith("= "));
            Clock clock = Clock.systemUTC();
            OtherDocuments others =
                    new OtherDocuments(documents, new Admission(ledger, new Claims(guides, clock), partners, clock));
            assertThat(new Conversation(ledger, guides, partners, others).play(lines))
                    .isEmpty();
        }
    }
}
