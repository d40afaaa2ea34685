package org.claimgate.camel;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.flow.Handover;
import org.claimgate.flow.Intake;
import org.claimgate.ledger.LedgerException;

/**
 * Takes claims from their queue, many messages in one transaction of the broker, which ends after that of the ledger: what was
 * taken in and not confirmed comes again, and is recognised by its content.
 *
 * <p>While the ledger is away the messages stay in their transaction. When anything else fails they go back to the broker, and
 * come again one by one: only the one that cannot be taken in ends on {@code claimgate.dead}. Not safe for concurrent use.
 */
final class ClaimQueue implements AutoCloseable {

    private static final int BATCH = 100;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final ConnectionFactory factory;
    private final Intake intake;
    private final List<Message> taken = new ArrayList<>();
    private JMSContext context;
    private JMSConsumer consumer;

    ClaimQueue(ConnectionFactory factory, Intake intake) {
        this.factory = factory;
        this.intake = intake;
    }

    /**
     * Takes in what waits, or waits for something to come.
     *
     * @return how many claims were taken in or refused
     */
    synchronized int accept() throws JMSException {
        try {
            if (taken.isEmpty()) {
                receive();
            }
            int claims = taken.isEmpty() ? 0 : takeIn();
            taken.clear();
            return claims;
        } catch (LedgerException e) {
            if (!e.mayHeal()) {
                close();
            }
            throw e;
        } catch (RuntimeException | JMSException e) {
            close();
            throw e;
        }
    }

    /** One that comes again comes alone, so that it takes no other with it when it fails again. */
    private void receive() throws JMSException {
        open();
        Message next = consumer.receive(LONGEST_WAIT_MILLIS);
        while (next != null) {
            taken.add(next);
            boolean more = taken.size() < BATCH && !next.getJMSRedelivered();
            next = more ? consumer.receiveNoWait() : null;
        }
    }

    private int takeIn() throws JMSException {
        List<Handover> handovers = new ArrayList<>();
        for (Message message : taken) {
            handovers.add(handover(message));
        }
        int claims = intake.accept(handovers).stream().mapToInt(List::size).sum();
        context.commit();
        return claims;
    }

    private static Handover handover(Message message) throws JMSException {
        String sender = message.propertyExists("sender") ? message.getStringProperty("sender") : null;
        return new Handover(body(message), ClaimDoors.sender(sender), "jms:" + message.getJMSMessageID(), false);
    }

    /** Text or bytes; anything else has nothing that can be read. */
    private static byte[] body(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return text.getText().getBytes(StandardCharsets.UTF_8);
        }
        return message instanceof BytesMessage bytes && bytes.getBodyLength() > 0
                ? bytes.getBody(byte[].class)
                : new byte[0];
    }

    private void open() {
        if (context == null) {
            context = factory.createContext(JMSContext.SESSION_TRANSACTED);
            consumer = context.createConsumer(context.createQueue(Queues.CLAIMS));
        }
    }

    /** What was taken and not committed goes back to the broker. */
    @Override
    public synchronized void close() {
        JMSContext old = context;
        context = null;
        consumer = null;
        taken.clear();
        if (old != null) {
            old.close();
        }
    }
}
