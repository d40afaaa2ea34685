package org.claimgate.camel;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.claimgate.flow.MessageSender;

/**
 * Sends outside of any transaction, one message at a time: a duplicate inside a transaction would roll back all of it.
 * Keeps one connection, and takes a new one after a failure.
 */
final class JmsMessageSender implements MessageSender, AutoCloseable {

    private final ConnectionFactory factory;
    private JMSContext context;

    JmsMessageSender(ConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public synchronized void send(String queue, String duplicateId, String body, Map<String, String> properties) {
        try {
            JMSContext open = context();
            open.createProducer().send(open.createQueue(queue), message(open, duplicateId, body, properties));
        } catch (JMSException e) {
            close();
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        } catch (JMSRuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        JMSContext old = context;
        context = null;
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

    private static TextMessage message(
            JMSContext context, String duplicateId, String body, Map<String, String> properties) throws JMSException {
        TextMessage message = context.createTextMessage(body);
        message.setStringProperty(Message.HDR_DUPLICATE_DETECTION_ID.toString(), duplicateId);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        return message;
    }
}
