package org.claimgate.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/** Tells the route log of polls that found nothing: no exchange tells of them. */
final class PollLog extends RemoteFilePollingConsumerPollStrategy {

    private final RouteLog log;

    PollLog(RouteLog log) {
        this.log = log;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (polled == 0 && consumer instanceof RouteAware aware) {
            log.reached(aware.getRoute().getRouteId());
        }
    }
}
