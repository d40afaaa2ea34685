package org.claimgate.cli.demo;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;

/** The billing system's side of the queues: hands claims in and takes messages out. */
final class QueueClient implements AutoCloseable {

    private static final String SENDER = "sender";

    private final JMSContext context;

    QueueClient(ConnectionFactory factory) {
        context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        context.start();
    }

    /** Hands in each sample as if it came from a sender of its own. */
    void submit(String queue, List<Sample> samples) {
        for (Sample sample : samples) {
            context.createProducer()
                    .setProperty(SENDER, sample.sender())
                    .send(context.createQueue(queue), sample.body());
        }
    }

    /** Waits until a message comes or the time is up, and takes it. */
    void await(String queue, long millis) {
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            consumer.receive(millis);
        }
    }

    /** Takes every message that waits in a queue. */
    List<String> take(String queue) throws JMSException {
        List<String> bodies = new ArrayList<>();
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                bodies.add(((TextMessage) next).getText());
            }
        }
        return bodies;
    }

    @Override
    public void close() {
        context.close();
    }
}
