package org.claimgate.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/**
 * Polls a partner's folder only while this node holds the partner; and tells the route log of polls that found nothing, since
 * no exchange tells of them.
 */
final class LeasedPolls extends RemoteFilePollingConsumerPollStrategy {

    private final PartnerLeases leases;
    private final RouteLog log;

    LeasedPolls(PartnerLeases leases, RouteLog log) {
        this.leases = leases;
        this.log = log;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return leases.of(RouteIds.partner(route(consumer))).isPresent() && super.begin(consumer, endpoint);
    }

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
