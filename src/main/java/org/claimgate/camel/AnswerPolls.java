package org.claimgate.camel;

import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.claimgate.ledger.Lease;

/** What happens before and after each poll of one partner's answer folder. */
final class AnswerPolls extends RemoteFilePollingConsumerPollStrategy {

    private final AnswerFiles answers;
    private final SettledFiles settled;
    private final PartnerLeases leases;
    private final RouteLog log;

    AnswerPolls(AnswerFiles answers, SettledFiles settled, PartnerLeases leases, RouteLog log) {
        this.answers = answers;
        this.settled = settled;
        this.leases = leases;
        this.log = log;
    }

    /** What this node has downloaded before is stored in any case; the partner is polled only while this node holds it. */
    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        answers.storeLeftBehind();
        Optional<Lease> lease = leases.of(RouteIds.partner(route(consumer)));
        if (lease.isEmpty()) {
            log.leftToAnother(route(consumer));
            return false;
        }
        answers.beginPoll(lease.get());
        settled.forgetUnseen();
        return true;
    }

    /** Of polls that found nothing, no exchange tells the route log. */
    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (polled == 0) {
            log.reached(route(consumer));
        }
    }

    private static String route(Consumer consumer) {
        return ((RouteAware) consumer).getRoute().getRouteId();
    }
}
