package org.claimgate.camel;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimgate.flow.Messages;
import org.claimgate.flow.QueueAges;

/**
 * Looks at the first message of the queues that others read. Browsing needs no rights of management, and is the same for every
 * broker. Safe for concurrent use.
 */
final class QueueWatch implements QueueAges {

    private static final List<String> READ_BY_OTHERS =
            List.of(Messages.STATUS_QUEUE, Messages.PAYMENT_QUEUE, Messages.PROBLEM_QUEUE, Queues.DEAD);

    private final ConnectionFactory connections;
    private volatile Map<String, Instant> oldest = Map.of();

    QueueWatch(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** As they were when they were looked at last. */
    @Override
    public Map<String, Instant> oldest() {
        return oldest;
    }

    /** Looks at all queues; answers how many have messages. */
    int look() throws JMSException {
        Map<String, Instant> found = new TreeMap<>();
        try (JMSContext context = connections.createContext()) {
            for (String queue : READ_BY_OTHERS) {
                try (QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
                    Enumeration<?> messages = browser.getEnumeration();
                    if (messages.hasMoreElements()) {
                        Message first = (Message) messages.nextElement();
                        found.put(queue, Instant.ofEpochMilli(first.getJMSTimestamp()));
                    }
                }
            }
        }
        oldest = Map.copyOf(found);
        return found.size();
    }
}
