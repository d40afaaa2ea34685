package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.OutgoingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    private static final GatewayConfig.BrokerAccess CLOSED = new GatewayConfig.BrokerAccess("", "", "", "");
    private static final long SOON_MILLIS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void a_message_outlives_the_broker_and_carries_its_properties() throws JMSException {
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            sender.send(List.of(message(Messages.STATUS_QUEUE, "1", "{}")));
        }
        try (Broker broker = Broker.start(folder, CLOSED)) {
            Message message = receive(broker, Messages.STATUS_QUEUE, "state = 'READY' AND partner = 'p'");
            assertThat(message.getBody(String.class)).isEqualTo("{}");
            assertThat(message.getStringProperty("type")).isEqualTo("t");
        }
    }

    @Test
    void the_same_message_sent_again_after_a_restart_is_dropped() throws JMSException {
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            sender.send(List.of(message(Messages.PAYMENT_QUEUE, "same", "first")));
            assertThat(receive(broker, Messages.PAYMENT_QUEUE, null)).isNotNull();
        }
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            sender.send(List.of(message(Messages.PAYMENT_QUEUE, "same", "second")));
            sender.send(List.of(message(Messages.PAYMENT_QUEUE, "other", "third")));
            assertThat(receive(broker, Messages.PAYMENT_QUEUE, null).getBody(String.class))
                    .isEqualTo("third");
        }
    }

    @Test
    void a_queue_that_was_not_declared_takes_nothing() {
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            assertThatThrownBy(() -> sender.send(List.of(message("claimgate.unknown", "1", "{}"))))
                    .isInstanceOf(JMSRuntimeException.class);
            sender.send(List.of(message(Queues.CLAIMS, "1", "{}")));
            assertThat(receive(broker, Queues.CLAIMS, null)).isNotNull();
        }
    }

    @Test
    void a_door_to_other_machines_needs_a_login() {
        GatewayConfig.BrokerAccess open = new GatewayConfig.BrokerAccess("", "tcp://0.0.0.0:0", "", "");
        assertThatThrownBy(() -> Broker.start(folder, open))
                .hasMessageContaining(folder.toString())
                .hasStackTraceContaining("claimgate.broker.user");
    }

    @Test
    void who_has_no_login_is_turned_away_and_who_has_one_may_use_our_queues() {
        GatewayConfig.BrokerAccess secured = new GatewayConfig.BrokerAccess("", "", "billing", "secret");
        try (Broker broker = Broker.start(folder, secured)) {
            assertThatThrownBy(() -> sender(broker).send(List.of(message(Queues.CLAIMS, "1", "{}"))))
                    .isInstanceOf(JMSRuntimeException.class);
            try (JmsMessageSender sender = new JmsMessageSender(broker.url(), secured)) {
                sender.send(List.of(message(Queues.CLAIMS, "1", "{}")));
            }
            await().until(() -> broker.depth(Queues.CLAIMS) == 1);
        }
    }

    @Test
    void of_many_sent_at_once_those_that_came_before_are_dropped() throws JMSException {
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            sender.send(List.of(
                    message(Messages.STATUS_QUEUE, "1", "first"), message(Messages.STATUS_QUEUE, "2", "second")));
            sender.send(List.of(
                    message(Messages.STATUS_QUEUE, "1", "first again"),
                    message(Messages.STATUS_QUEUE, "2", "second again"),
                    message(Messages.STATUS_QUEUE, "3", "third")));
            assertThat(broker.depth(Messages.STATUS_QUEUE)).isEqualTo(3);
            assertThat(bodies(broker, Messages.STATUS_QUEUE, 3)).containsExactly("first", "second", "third");
        }
    }

    private static OutgoingMessage message(String queue, String id, String body) {
        return new OutgoingMessage(id, queue, "t", "p", "READY", "a subject", body, Instant.EPOCH);
    }

    private static JmsMessageSender sender(Broker broker) {
        return new JmsMessageSender(broker.url(), CLOSED);
    }

    private static List<String> bodies(Broker broker, String queue, int count) throws JMSException {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(receive(broker, queue, null).getBody(String.class));
        }
        return bodies;
    }

    private static Message receive(Broker broker, String queue, String selector) {
        try (JMSContext context = factory(broker).createContext()) {
            return context.createConsumer(context.createQueue(queue), selector).receive(SOON_MILLIS);
        }
    }

    private static ConnectionFactory factory(Broker broker) {
        return JmsParts.connectionFactory(broker.url(), CLOSED);
    }
}
