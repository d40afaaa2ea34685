package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.claimgate.claim.Claims;
import org.claimgate.flow.Admission;
import org.claimgate.flow.Intake;
import org.claimgate.flow.PartnerDocuments;
import org.claimgate.flow.SenderClaims;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims on a real broker, taken into a real ledger. */
class ClaimQueueTest {

    private static final GatewayConfig.BrokerAccess EMBEDDED = new GatewayConfig.BrokerAccess("", "", "", "");
    private static final String POISON = "poison";
    private static final long SOON_MILLIS = 10_000;

    @TempDir
    private Path folder;

    private Broker broker;
    private Ledger ledger;
    private ClaimQueue queue;

    @BeforeEach
    void start() {
        broker = Broker.start(folder.resolve("broker"), EMBEDDED);
        ledger = EmptyLedger.in(folder, Clock.systemUTC());
        Guides guides = Guides.load(Path.of("mappings/x12"));
        Admission admission = new Admission(
                ledger, new Claims(guides, Clock.systemUTC()), Partners.load(Path.of("partners")), Clock.systemUTC());
        queue = new ClaimQueue(
                connections(), new Intake(ledger, ClaimQueueTest::recognize, sender -> SenderClaims.OURS, admission));
    }

    @AfterEach
    void stop() {
        queue.close();
        ledger.close();
        broker.close();
    }

    @Test
    void what_waits_is_taken_in_at_once() throws Exception {
        send(claim("A1"), claim("A2"), claim("A3"));
        assertThat(queue.accept()).isEqualTo(3);
        assertThat(taken()).isEqualTo(3);
        assertThat(queue.accept()).isZero();
        assertThat(broker.depth(Queues.CLAIMS)).isZero();
    }

    @Test
    void a_message_that_cannot_be_taken_in_takes_no_other_with_it() throws Exception {
        send(claim("A1"), POISON, claim("A2"));
        assertThatThrownBy(queue::accept).hasStackTraceContaining(POISON);
        assertThat(taken()).isZero();
        await().until(() -> {
            acceptOrFail();
            return taken() == 2;
        });
        assertThat(broker.depth(Queues.CLAIMS)).isOne();
    }

    @Test
    void what_was_taken_in_before_the_broker_was_told_is_the_same_claim() throws Exception {
        send(claim("A1"), claim("A1"));
        assertThat(queue.accept()).isEqualTo(2);
        assertThat(taken()).isOne();
    }

    @Test
    void a_stopped_route_leaves_its_messages_to_others() throws Exception {
        send(claim("A1"));
        queue.accept();
        send(claim("A2"));
        queue.onStop(null);
        try (JMSContext other = connections().createContext()) {
            assertThat(other.createConsumer(other.createQueue(Queues.CLAIMS)).receive(SOON_MILLIS))
                    .isNotNull();
        }
    }

    private void acceptOrFail() throws JMSException {
        try {
            queue.accept();
        } catch (IllegalStateException e) {
            assertThat(e).hasStackTraceContaining(POISON);
        }
    }

    private int taken() {
        return ledger.queries().claimsByState().stream()
                .mapToInt(count -> (int) count.claims())
                .sum();
    }

    private static Stream<PartnerDocuments.Mapping> recognize(String partner, String fileName, byte[] beginning) {
        if (Arrays.equals(beginning, POISON.getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalStateException(POISON);
        }
        return Stream.empty();
    }

    private void send(String... bodies) {
        try (JMSContext context = connections().createContext()) {
            for (String body : bodies) {
                context.createProducer().send(context.createQueue(Queues.CLAIMS), body);
            }
        }
    }

    private static String claim(String patientControlNumber) throws Exception {
        return Files.readString(Path.of("edi-samples/837P/paid-office-visit/claim.json"))
                .replace("LFP260001", patientControlNumber);
    }

    private ConnectionFactory connections() {
        return JmsParts.connectionFactory(broker.url(), EMBEDDED);
    }
}
