package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        ledger = Ledger.open("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void allThatWaitsIsSentInOrderOnce() {
        addMessages(120);
        Publication publication = new Publication(ledger);

        assertThat(publication.run(this::record)).isEqualTo(120);
        assertThat(publication.run(this::record)).isZero();
        assertThat(sent)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("id 0", "id 1")
                .endsWith("id 119");
    }

    @Test
    void whatWasSentBeforeAFailureIsNotSentAgain() {
        addMessages(5);
        Publication publication = new Publication(ledger);

        assertThatThrownBy(() -> publication.run((queue, id, body, properties) -> {
                    if (id.equals("id 3")) {
                        throw new IllegalStateException("broker down");
                    }
                    record(queue, id, body, properties);
                }))
                .hasMessage("broker down");
        assertThat(publication.run(this::record)).isEqualTo(2);
        assertThat(sent).containsExactly("id 0", "id 1", "id 2", "id 3", "id 4");
    }

    @Test
    void aMessageCarriesWhatConsumersSelectOn() {
        addMessages(1);
        List<Map<String, String>> seen = new ArrayList<>();

        new Publication(ledger).run((queue, id, body, properties) -> seen.add(properties));

        assertThat(seen).containsExactly(Map.of("type", "a type", "partner", "a partner", "state", "SENT"));
    }

    private void record(String queue, String id, String body, Map<String, String> properties) {
        sent.add(id);
    }

    private void addMessages(int count) {
        for (int i = 0; i < count; i++) {
            ledger.outbox()
                    .add(new OutgoingMessage(
                            "id " + i, "queue", "a type", "a partner", "SENT", "", "{}", Instant.EPOCH));
        }
    }
}
