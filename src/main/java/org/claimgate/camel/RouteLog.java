package org.claimgate.camel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandledEvent;
import org.apache.camel.spi.CamelEvent.ExchangeRedeliveryEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what each route did last, from what Camel tells of its exchanges; and writes failures to the log, in our words. A
 * route that fails several times in a row has its circuit open: each try after one of its pauses is a trial, and the first that
 * succeeds closes it.
 */
final class RouteLog extends EventNotifierSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RouteLog.class);

    /** Of an exchange whose failure has been told of already. */
    private static final String TOLD = "claimgate.failureTold";

    private final Clock clock;
    private final int failuresToOpen;
    private final Map<String, Record> records = new ConcurrentHashMap<>();

    /** What one route did; {@code inARow} counts its failures since the last success. */
    record Record(Instant lastSuccess, Instant lastFailure, String failure, long succeeded, long failed, int inARow) {

        static final Record NONE = new Record(null, null, null, 0, 0, 0);

        boolean failing() {
            return inARow > 0;
        }

        private Record success(Instant at, long pieces) {
            return new Record(at, lastFailure, failure, succeeded + pieces, failed, 0);
        }

        private Record rested() {
            return new Record(lastSuccess, lastFailure, failure, succeeded, failed, 0);
        }

        private Record failure(Instant at, String words) {
            return new Record(lastSuccess, at, words, succeeded, failed + 1, inARow + 1);
        }
    }

    /** @param failuresToOpen how many failures in a row open a route's circuit */
    RouteLog(Clock clock, int failuresToOpen) {
        this.clock = clock;
        this.failuresToOpen = failuresToOpen;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    Record of(String routeId) {
        return records.getOrDefault(routeId, Record.NONE);
    }

    boolean isOpen(Record record) {
        return record.inARow() >= failuresToOpen;
    }

    /** The routes whose circuit is open, sorted. */
    List<String> open() {
        return records.entrySet().stream()
                .filter(entry -> isOpen(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A poll that reached the server, whether or not it found anything. */
    void reached(String routeId) {
        succeeded(routeId, 0);
    }

    /** A poll that is another node's to make: what failed here before says nothing any more. */
    void leftToAnother(String routeId) {
        records.computeIfPresent(routeId, (id, old) -> old.rested());
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCompletedEvent completed) {
            completed(completed.getExchange());
        } else if (event instanceof ExchangeFailedEvent failed) {
            failed(failed.getExchange(), failed.getExchange().getException());
        } else if (event instanceof ExchangeFailureHandledEvent handled) {
            handled.getExchange().setProperty(TOLD, true);
            failed(handled.getExchange(), caught(handled.getExchange()));
        } else if (event instanceof ExchangeRedeliveryEvent again) {
            failed(again.getExchange(), caught(again.getExchange()));
        }
    }

    /** Camel tells of a failure that is handled by no steps in this way alone. */
    private void completed(Exchange exchange) {
        if (ExchangeHelper.isFailureHandled(exchange)) {
            if (exchange.getProperty(TOLD) == null) {
                failed(exchange, caught(exchange));
            }
        } else if (exchange.getFromRouteId() != null) {
            succeeded(exchange.getFromRouteId(), pieces(exchange));
        }
    }

    private void failed(Exchange exchange, Throwable failure) {
        String route = exchange.getFromRouteId();
        if (route == null || failure == null) {
            return;
        }
        String words = FailureWords.of(RouteIds.partner(route), failure);
        LOG.warn("Route {} failed: {}", route, words);
        Record now =
                records.compute(route, (id, old) -> (old == null ? Record.NONE : old).failure(clock.instant(), words));
        if (now.inARow() == failuresToOpen) {
            LOG.error(
                    "Route {} has failed {} times in a row: its circuit is open, until a trial after one of its pauses succeeds",
                    route,
                    failuresToOpen);
        }
    }

    private void succeeded(String route, long pieces) {
        Record before = of(route);
        records.compute(route, (id, old) -> (old == null ? Record.NONE : old).success(clock.instant(), pieces));
        if (isOpen(before)) {
            LOG.info("Route {} works again after {} failures: its circuit is closed", route, before.inARow());
        }
    }

    private static Throwable caught(Exchange exchange) {
        Throwable now = exchange.getException();
        return now == null ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class) : now;
    }

    /** Doors say how many claims, steps answer how many pieces, everything else is one. */
    private static long pieces(Exchange exchange) {
        Integer said = exchange.getProperty(ClaimDoors.PIECES, Integer.class);
        if (said != null) {
            return said;
        }
        return exchange.getMessage().getBody() instanceof Integer done ? done : 1;
    }
}
