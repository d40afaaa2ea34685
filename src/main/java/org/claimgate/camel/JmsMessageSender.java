package org.claimgate.camel;

import jakarta.jms.CompletionListener;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimgate.flow.MessageSender;
import org.claimgate.ledger.OutgoingMessage;

/**
 * Sends outside of any transaction, because a duplicate inside one would roll back all of it; one message after the other without
 * waiting for each, because the broker can force many to its disk at once. Keeps one connection, and takes a new one after a
 * failure.
 */
final class JmsMessageSender implements MessageSender, AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final String DUPLICATE_ID =
            org.apache.activemq.artemis.api.core.Message.HDR_DUPLICATE_DETECTION_ID.toString();

    private final ConnectionFactory factory;
    private final Map<String, Queue> queues = new HashMap<>();
    private JMSContext context;

    JmsMessageSender(String brokerUrl, GatewayConfig.BrokerAccess access) {
        this.factory = JmsParts.confirmingFactory(brokerUrl, access);
    }

    @Override
    public synchronized void send(List<OutgoingMessage> messages) {
        Confirmations confirmations = new Confirmations(messages.size());
        try {
            JMSContext open = context();
            JMSProducer producer = open.createProducer();
            producer.setAsync(confirmations);
            for (OutgoingMessage message : messages) {
                producer.setProperty(DUPLICATE_ID, message.duplicateId())
                        .setProperty("type", message.type())
                        .setProperty("partner", message.partner())
                        .setProperty("state", message.state())
                        .send(queues.computeIfAbsent(message.queue(), open::createQueue), message.body());
            }
            confirmations.await();
        } catch (JMSRuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        JMSContext old = context;
        context = null;
        queues.clear();
        if (old != null) {
            old.close();
        }
    }

    private JMSContext context() {
        if (context == null) {
            context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        }
        return context;
    }

    /** What the broker says of messages on their way. */
    private static final class Confirmations implements CompletionListener {

        private final CompletableFuture<Void> all = new CompletableFuture<>();
        private final AtomicInteger open;

        private Confirmations(int messages) {
            open = new AtomicInteger(messages);
        }

        @Override
        public void onCompletion(Message message) {
            if (open.decrementAndGet() == 0) {
                all.complete(null);
            }
        }

        @Override
        public void onException(Message message, Exception failure) {
            all.completeExceptionally(failure);
        }

        /** @throws JMSRuntimeException when one was not taken, or the broker says nothing */
        private void await() {
            try {
                all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                String code = e.getCause() instanceof JMSException failure ? failure.getErrorCode() : null;
                throw new JMSRuntimeException(e.getCause().getMessage(), code, e.getCause());
            } catch (TimeoutException e) {
                throw new JMSRuntimeException("The broker does not confirm what it was sent", null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JMSRuntimeException("Interrupted while the broker was sent messages", null, e);
            }
        }
    }
}
