package org.claimgate.crash;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.claimgate.camel.Queues;
import org.claimgate.flow.Messages;

/** The other side of the queues. It hands in until the broker has confirmed, and takes messages in transactions. */
final class BillingSystem {

    private static final List<String> QUEUES =
            List.of(Messages.STATUS_QUEUE, Messages.PAYMENT_QUEUE, Messages.PROBLEM_QUEUE, Queues.DEAD);

    private static final int QUIET_MILLIS = 50;

    private final String brokerUrl;

    BillingSystem(String brokerUrl) {
        this.brokerUrl = brokerUrl;
    }

    /** Hands a body in; false when the broker has not confirmed it: then it has to be handed in again. */
    boolean hands(String queue, String body) {
        try (ActiveMQConnectionFactory factory = factory();
                JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().setProperty("sender", "crash").send(context.createQueue(queue), body);
            return true;
        } catch (JMSRuntimeException e) {
            return false;
        }
    }

    /** Takes every message that waits. What this returns has left the broker, on its disk. */
    List<Received> take() {
        List<Received> taken = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = factory();
                JMSContext context = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
            for (String queue : QUEUES) {
                try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
                    for (TextMessage next = (TextMessage) consumer.receive(QUIET_MILLIS);
                            next != null;
                            next = (TextMessage) consumer.receive(QUIET_MILLIS)) {
                        taken.add(Received.of(queue, next.getText()));
                    }
                }
            }
            context.commit();
            return taken;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private ActiveMQConnectionFactory factory() {
        return new ActiveMQConnectionFactory(
                brokerUrl + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=10000");
    }
}
