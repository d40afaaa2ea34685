package org.claimgate.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/** What happens before and after each poll of one partner's answer folder. */
final class AnswerPolls extends RemoteFilePollingConsumerPollStrategy {

    private final AnswerFiles answers;
    private final SettledFiles settled;
    private final RouteLog log;

    AnswerPolls(AnswerFiles answers, SettledFiles settled, RouteLog log) {
        this.answers = answers;
        this.settled = settled;
        this.log = log;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        answers.storeLeftBehind();
        settled.forgetUnseen();
        return true;
    }

    /** Of polls that found nothing, no exchange tells the route log. */
    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (polled == 0 && consumer instanceof RouteAware aware) {
            log.reached(aware.getRoute().getRouteId());
        }
    }
}
