package org.claimgate.benchmarks;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.List;

/** The other side of the gateway's queues, and what the broker does without a gateway. */
final class Queues {

    private static final int IN_A_TRANSACTION = 400;
    private static final int QUIET_MILLIS = 1_000;
    private static final String OUT = "claimgate.dead";

    private final ConnectionFactory connections;

    Queues(ConnectionFactory connections) {
        this.connections = connections;
    }

    void send(String queue, List<String> bodies) {
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSProducer producer = context.createProducer();
            Queue target = context.createQueue(queue);
            int sent = 0;
            for (String body : bodies) {
                producer.send(target, body);
                if (++sent % IN_A_TRANSACTION == 0) {
                    context.commit();
                }
            }
            context.commit();
        }
    }

    void empty(String queue) {
        try (JMSContext context = connections.createContext(JMSContext.DUPS_OK_ACKNOWLEDGE);
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            while (consumer.receive(QUIET_MILLIS) != null) {
                // Taken is all that is wanted of it.
            }
        }
    }

    /** Takes each message of a queue in a transaction that sends its text on twice; persistent, as many in a transaction as the gateway takes in. */
    Spent throughAndTwice(String queue, List<String> bodies) throws JMSException {
        send(queue, bodies);
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            JMSProducer producer = context.createProducer();
            Queue out = context.createQueue(OUT);
            Spent spent = Spent.by(() -> {
                for (int taken = 1; taken <= bodies.size(); taken++) {
                    Message message = consumer.receive();
                    String text = message.getBody(String.class);
                    producer.send(out, text);
                    producer.send(out, text);
                    if (taken % IN_A_TRANSACTION == 0) {
                        context.commit();
                    }
                }
                context.commit();
            });
            empty(OUT);
            return spent;
        }
    }
}
