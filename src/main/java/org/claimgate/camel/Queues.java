package org.claimgate.camel;

import java.util.List;
import org.claimgate.flow.Messages;

/** The queues of the gateway. All are declared before anything is sent, durable, and never removed by the broker. */
public final class Queues {

    /** In: claim JSON. */
    public static final String CLAIMS = "claimgate.claims";

    /** In: questions how far claims have come. */
    public static final String INQUIRIES = "claimgate.inquiries";

    /** Messages that were delivered too often without success. */
    public static final String DEAD = "claimgate.dead";

    static final List<String> ALL =
            List.of(CLAIMS, INQUIRIES, Messages.STATUS_QUEUE, Messages.PAYMENT_QUEUE, Messages.PROBLEM_QUEUE, DEAD);

    private Queues() {}
}
