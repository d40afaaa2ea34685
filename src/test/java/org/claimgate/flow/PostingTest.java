package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.document.SentDescription;
import org.claimgate.document.SentMapping;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments become files that an accounting system posts, each payment once. */
class PostingTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANOTHER_WRITING = "00000000-0000-4000-8000-000000000000";
    private static final String FIRST_835 = "a".repeat(64);
    private static final String SECOND_835 = "b".repeat(64);

    private static SentMapping csv;

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Path postings;

    @BeforeAll
    static void compile() {
        csv = SentMapping.compile(SentDescription.named(Path.of("mappings/documents"), "payment-posting-csv"));
    }

    @BeforeEach
    void open() {
        ledger = EmptyLedger.in(folder, Clock.fixed(NOON, ZoneOffset.UTC));
        postings = folder.resolve("postings");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void every_835_gives_one_file_and_no_payment_is_written_twice() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        paid(SECOND_835, 3, "LFP2");
        paid(FIRST_835, 2, "LFP3");
        ledger.outbox().add(Messages.status("file:" + FIRST_835 + ":9", NOON, "", data("LFP9")));

        assertThat(posting(csv).run()).isEqualTo(2);
        assertThat(files()).containsExactly("sandbox-aaaaaaaaaaaaaaaa-1.csv", "sandbox-bbbbbbbbbbbbbbbb-3.csv");
        assertThat(claims("sandbox-aaaaaaaaaaaaaaaa-1.csv")).containsExactly("LFP1", "LFP3");
        assertThat(claims("sandbox-bbbbbbbbbbbbbbbb-3.csv")).containsExactly("LFP2");

        Files.delete(postings.resolve("sandbox-aaaaaaaaaaaaaaaa-1.csv"));
        assertThat(posting(csv).run()).isZero();
        assertThat(files()).containsExactly("sandbox-bbbbbbbbbbbbbbbb-3.csv");
    }

    /** Killed at POSTING_WRITTEN: the next gateway may even give the file another name. */
    @Test
    void what_was_written_and_is_not_marked_is_written_again_and_appears_once() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        Files.createDirectories(postings);
        Files.writeString(postings.resolve(".1." + ANOTHER_WRITING + ".sandbox-aaaaaaaaaaaaaaaa-1.csv"), "half of a f");
        Files.writeString(
                postings.resolve(".1." + ANOTHER_WRITING + ".sandbox-aaaaaaaaaaaaaaaa-1.json"), "of another mapping");

        assertThat(posting(csv).run()).isOne();
        assertThat(posting(csv).run()).isZero();
        assertThat(files()).containsExactly("sandbox-aaaaaaaaaaaaaaaa-1.csv");
        assertThat(claims("sandbox-aaaaaaaaaaaaaaaa-1.csv")).containsExactly("LFP1");
    }

    /** Killed at POSTING_COMMITTED. */
    @Test
    void what_was_marked_and_had_not_appeared_appears_with_the_next_run() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        posting(csv).run();
        Files.move(
                postings.resolve("sandbox-aaaaaaaaaaaaaaaa-1.csv"),
                postings.resolve(
                        ".1." + ledger.outbox().postedBy(1).orElseThrow() + ".sandbox-aaaaaaaaaaaaaaaa-1.csv"));

        assertThat(posting(csv).run()).isOne();
        assertThat(posting(csv).run()).isZero();
        assertThat(files()).containsExactly("sandbox-aaaaaaaaaaaaaaaa-1.csv");
    }

    /** A node that stood still, lost its turn to another, and goes on where it was. */
    @Test
    void what_is_written_without_the_turn_never_appears() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        posting(csv).run();
        Files.delete(postings.resolve("sandbox-aaaaaaaaaaaaaaaa-1.csv"));
        Files.writeString(postings.resolve(".1." + ANOTHER_WRITING + ".sandbox-aaaaaaaaaaaaaaaa-1.csv"), "the same");

        assertThat(posting(csv).run()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_was_taken_away_never_comes_again_whatever_fails() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        paid(SECOND_835, 2, "LFP2");
        Files.createDirectories(postings.resolve("sandbox-bbbbbbbbbbbbbbbb-2.csv/in the way"));
        assertThatThrownBy(() -> posting(csv).run())
                .hasMessage("The file sandbox-bbbbbbbbbbbbbbbb-2.csv cannot appear in claimgate.payments.folder");
        assertThat(claims("sandbox-aaaaaaaaaaaaaaaa-1.csv")).containsExactly("LFP1");

        Files.delete(postings.resolve("sandbox-aaaaaaaaaaaaaaaa-1.csv"));
        Files.delete(postings.resolve("sandbox-bbbbbbbbbbbbbbbb-2.csv/in the way"));
        Files.delete(postings.resolve("sandbox-bbbbbbbbbbbbbbbb-2.csv"));
        assertThat(posting(csv).run()).isOne();
        assertThat(files()).containsExactly("sandbox-bbbbbbbbbbbbbbbb-2.csv");
    }

    @Test
    void a_payment_that_cannot_be_written_is_told_by_its_number_and_waits() throws IOException {
        paid(FIRST_835, 1, "LFP1");
        ObjectNode data = data("LFP2");
        data.withObject("/payment/claimPaymentInfo").put("claimPaymentAmount", "SECRET");
        ledger.outbox().add(Messages.payment("file:" + FIRST_835 + ":2", NOON, "", data));

        assertThatThrownBy(() -> posting(csv).run())
                .hasMessage("The file sandbox-aaaaaaaaaaaaaaaa-1.csv cannot be made:"
                        + " record 2: the mapping hands amount() what is none");
        assertThat(postings).doesNotExist();
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, 10)))
                .hasSize(2);
    }

    private Posting posting(SentDocument document) {
        return new Posting(ledger, document, postings);
    }

    private void paid(String file, int ordinal, String patientControlNumber) {
        ledger.outbox().add(Messages.payment("file:" + file + ":" + ordinal, NOON, "", data(patientControlNumber)));
    }

    private static ObjectNode data(String patientControlNumber) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("partner", "sandbox");
        data.put("state", "PAID");
        data.put("kind", "PAID_835");
        data.putObject("balance").put("balanced", true);
        try {
            ObjectNode payment = (ObjectNode) JSON.readTree(Path.of("edi-samples/835/paid-in-full/expected.json")
                            .toFile())
                    .get(0);
            payment.withObject("/claimPaymentInfo").put("patientControlNumber", patientControlNumber);
            data.set("payment", payment);
            return data;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(postings)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> claims(String file) throws IOException {
        return Files.readAllLines(postings.resolve(file)).stream()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns[0].equals("CLAIM"))
                .map(columns -> columns[7])
                .toList();
    }
}
