package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutgoingMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    private Path folder;

    private final List<String> sent = new ArrayList<>();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = EmptyLedger.in(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void allThatWaitsIsSentInOrderOnce() {
        addMessages(Publication.BATCH + 20);
        Publication publication = new Publication(ledger);

        assertThat(publication.run(this::record)).isEqualTo(Publication.BATCH + 20);
        assertThat(publication.run(this::record)).isZero();
        assertThat(sent)
                .hasSize(Publication.BATCH + 20)
                .doesNotHaveDuplicates()
                .startsWith("id 0", "id 1")
                .endsWith("id " + (Publication.BATCH + 19));
    }

    @Test
    void whatWasSentTogetherWithAMessageThatFailedIsSentAgainUnderItsId() {
        addMessages(5);
        Publication publication = new Publication(ledger);

        assertThatThrownBy(() -> publication.run(messages -> {
                    record(messages.subList(0, 3));
                    throw new IllegalStateException("broker down");
                }))
                .hasMessage("broker down");
        assertThat(publication.run(this::record)).isEqualTo(5);
        assertThat(sent).containsExactly("id 0", "id 1", "id 2", "id 0", "id 1", "id 2", "id 3", "id 4");
    }

    /** A broker remembers 20,000 ids: of what is sent again after a kill it has to know each. */
    @Test
    void thatMessagesWereSentIsOnTheDiskBeforeABrokerForgetsThem() throws IOException {
        ledger.inTransaction(() -> addMessages(12 * Publication.BATCH));
        new Publication(ledger).run(this::record);
        Path killed = Files.createDirectory(folder.resolve("killed"));
        Files.copy(folder.resolve("ledger.mv.db"), killed.resolve("ledger.mv.db"));

        try (Ledger again = Ledger.open("jdbc:h2:file:" + killed.resolve("ledger"), "sa", "", Clock.systemUTC())) {
            assertThat(new Publication(again).run(this::record))
                    .isLessThanOrEqualTo(Publication.MOST_UNFORCED_MARKS + 2 * Publication.BATCH);
        }
    }

    private void record(List<OutgoingMessage> messages) {
        messages.forEach(message -> sent.add(message.duplicateId()));
    }

    private void addMessages(int count) {
        for (int i = 0; i < count; i++) {
            ledger.outbox()
                    .add(new OutgoingMessage(
                            "id " + i, "queue", "a type", "a partner", "SENT", "", "{}", Instant.EPOCH));
        }
    }
}
