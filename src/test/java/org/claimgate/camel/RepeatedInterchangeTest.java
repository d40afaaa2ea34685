package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.StoredInterchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner sends an interchange again in other bytes. */
class RepeatedInterchangeTest {

    @TempDir
    private Path folder;

    @Test
    void what_comes_again_under_its_number_is_rejected_and_paid_once() throws IOException, JMSException {
        try (Partnership with = new Partnership("{}")) {
            assertThat(with.send("monday.835", "\n").answer()).contains("AK9*A*1*1*1~");

            Told again = with.send("tuesday.835", "\r\n");
            assertThat(again.answer()).contains("TA1*000000115*261123*0830*R*025~");
            assertThat(again.payments()).hasSize(1);
            assertThat(again.problems()).singleElement().asString().contains("TA105:025", "tuesday.835");
        }
    }

    @Test
    void of_a_partner_that_reuses_its_numbers_everything_is_told() throws IOException, JMSException {
        try (Partnership with = new Partnership("{controlNumbers: reused}")) {
            with.send("monday.835", "\n");

            Told again = with.send("tuesday.835", "\r\n");
            assertThat(again.answer()).contains("AK9*A*1*1*1~");
            assertThat(again.payments()).hasSize(2);
            assertThat(again.problems()).isEmpty();
        }
    }

    /** The answer to a file, as the partner has it, and what waits on the queues. */
    private record Told(String answer, List<String> payments, List<String> problems) {}

    /** A gateway and a partner whose interchanges are acknowledged in a way of its profile. */
    private final class Partnership implements AutoCloseable {

        private final DropPoint partner = new DropPoint(folder.resolve("partner"));
        private final Gateway gateway;

        Partnership(String acknowledge) {
            gateway = Gateway.start(new TestHome(folder)
                    .partner("test", partner.profile("test", "[\"*\"]") + "acknowledge: " + acknowledge + "\n")
                    .config());
        }

        /** Lets the partner send a remittance with such line breaks, and waits until it has been answered. */
        Told send(String name, String lineBreak) throws IOException, JMSException {
            String remittance = Files.readString(Path.of("edi-samples/835/paid-in-full/received.x12"));
            TestHome.write(partner.inbound().resolve(name), remittance.replace("\n", lineBreak));
            await().untilAsserted(() -> assertThat(gateway.ledger().queries().interchanges(0, 1))
                    .singleElement()
                    .satisfies(answer -> {
                        assertThat(answer.answered()).isEqualTo(name);
                        assertThat(answer.state()).isEqualTo(StoredInterchange.State.VISIBLE);
                    }));
            await().untilAsserted(() ->
                    assertThat(gateway.ledger().queries().backlog().messages()).isZero());
            String answer = gateway.ledger().queries().interchanges(0, 1).get(0).fileName();
            try (JMSContext context = gateway.connectionFactory().createContext()) {
                return new Told(
                        Files.readString(partner.outbound().resolve(answer)),
                        waiting(context, Messages.PAYMENT_QUEUE),
                        waiting(context, Messages.PROBLEM_QUEUE));
            }
        }

        @Override
        public void close() throws IOException {
            gateway.close();
            partner.close();
        }
    }

    /** The messages of a queue; they stay there. */
    private static List<String> waiting(JMSContext context, String queue) throws JMSException {
        List<String> bodies = new ArrayList<>();
        try (QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                bodies.add(((Message) messages.nextElement()).getBody(String.class));
            }
        }
        return bodies;
    }
}
