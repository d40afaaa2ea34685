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
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.claimgate.flow.Handover;
import org.claimgate.flow.Intake;
import org.claimgate.ledger.LedgerException;

/**
 * Takes claims from their queue, many messages in one transaction of the broker, which ends after that of the ledger: what was
 * taken in and not confirmed comes again, and is recognised by its content.
 *
 * <p>While the ledger is away the messages stay in their transaction. When anything else fails they go back to the broker; one
 * that comes again ends its batch, so that in the end only the one that cannot be taken in is left, and goes to {@code
 * claimgate.dead}. Safe for concurrent use.
 */
final class ClaimQueue extends RoutePolicySupport implements AutoCloseable {

    private static final int MOST_MESSAGES = 400;
    private static final long MOST_BYTES = 8_000_000;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final ConnectionFactory factory;
    private final Intake intake;
    private final List<Handover> taken = new ArrayList<>();
    private JMSContext context;
    private JMSConsumer consumer;
    private boolean closed;

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
        boolean good = false;
        try {
            if (taken.isEmpty() && !closed) {
                receive();
            }
            int claims = taken.isEmpty() ? 0 : takeIn();
            taken.clear();
            good = true;
            return claims;
        } catch (LedgerException e) {
            good = e.mayHeal();
            throw e;
        } finally {
            if (!good) {
                giveBack();
            }
        }
    }

    private void receive() throws JMSException {
        open();
        long bytes = 0;
        Message next = consumer.receive(LONGEST_WAIT_MILLIS);
        while (next != null) {
            Handover handover = handover(next);
            taken.add(handover);
            bytes += handover.body().length;
            boolean more = taken.size() < MOST_MESSAGES && bytes < MOST_BYTES && !next.getJMSRedelivered();
            next = more ? consumer.receiveNoWait() : null;
        }
    }

    private int takeIn() {
        int claims = intake.accept(taken).stream().mapToInt(List::size).sum();
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

    /** Whoever does not take messages any more keeps none from others. */
    @Override
    public synchronized void onStop(Route route) {
        giveBack();
    }

    @Override
    public synchronized void close() {
        closed = true;
        giveBack();
    }

    /** What was taken and not committed goes back to the broker. */
    private void giveBack() {
        JMSContext old = context;
        context = null;
        consumer = null;
        taken.clear();
        if (old != null) {
            old.close();
        }
    }
}
