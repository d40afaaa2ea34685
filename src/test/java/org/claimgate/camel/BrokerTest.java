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
import java.util.Map;
import org.claimgate.flow.Messages;
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
            sender.send(Messages.STATUS_QUEUE, "1", "{}", Map.of("type", "t", "partner", "p", "state", "READY"));
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
            sender.send(Messages.PAYMENT_QUEUE, "same", "first", Map.of());
            assertThat(receive(broker, Messages.PAYMENT_QUEUE, null)).isNotNull();
        }
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            sender.send(Messages.PAYMENT_QUEUE, "same", "second", Map.of());
            sender.send(Messages.PAYMENT_QUEUE, "other", "third", Map.of());
            assertThat(receive(broker, Messages.PAYMENT_QUEUE, null).getBody(String.class))
                    .isEqualTo("third");
        }
    }

    @Test
    void a_queue_that_was_not_declared_takes_nothing() {
        try (Broker broker = Broker.start(folder, CLOSED);
                JmsMessageSender sender = sender(broker)) {
            assertThatThrownBy(() -> sender.send("claimgate.unknown", "1", "{}", Map.of()))
                    .isInstanceOf(JMSRuntimeException.class);
            sender.send(Queues.CLAIMS, "1", "{}", Map.of());
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
            assertThatThrownBy(() -> sender(broker).send(Queues.CLAIMS, "1", "{}", Map.of()))
                    .isInstanceOf(JMSRuntimeException.class);
            try (JmsMessageSender sender = new JmsMessageSender(JmsParts.connectionFactory(broker.url(), secured))) {
                sender.send(Queues.CLAIMS, "1", "{}", Map.of());
            }
            await().until(() -> broker.depth(Queues.CLAIMS) == 1);
        }
    }

    private static JmsMessageSender sender(Broker broker) {
        return new JmsMessageSender(factory(broker));
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
