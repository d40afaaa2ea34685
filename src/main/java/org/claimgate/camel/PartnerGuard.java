package org.claimgate.camel;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.claimgate.flow.DeliveryMessages;
import org.claimgate.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the two routes of a partner whose server cannot be trusted, and says so: as a problem message, in the log, on the
 * page and as health DOWN. A person starts them again, or restarts the gateway, once the pinned key is right.
 */
final class PartnerGuard extends AbstractHealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerGuard.class);

    private final Ledger ledger;
    private final Clock clock;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private CamelContext context;

    PartnerGuard(Ledger ledger, Clock clock) {
        super("claimgate", "partners");
        this.ledger = ledger;
        this.clock = clock;
    }

    void in(CamelContext routes) {
        context = routes;
    }

    /** The error policy calls this for an exchange of a partner's route. */
    void untrusted(Exchange exchange) {
        String partner = RouteIds.partner(exchange.getFromRouteId());
        if (!stopped.add(partner)) {
            return;
        }
        LOG.error("Partner {} shows a host key that is not pinned in its profile; its routes stop", partner);
        ledger.outbox().add(DeliveryMessages.untrusted(partner, clock.instant()));
        // A route cannot wait for its own end, so somebody else stops it.
        context.getExecutorServiceManager()
                .newThread("stop-" + partner, () -> stopRoutes(partner))
                .start();
    }

    boolean hasStopped(String partner) {
        return stopped.contains(partner);
    }

    /** Forgets, when a person starts one of the partner's routes again. */
    void startedAgain(String partner) {
        stopped.remove(partner);
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (stopped.isEmpty()) {
            builder.up();
        } else {
            builder.down().message("Stopped for an unknown host key: " + String.join(", ", stopped));
        }
    }

    private void stopRoutes(String partner) {
        for (String route : new String[] {RouteIds.delivery(partner), RouteIds.pickup(partner)}) {
            try {
                context.getRouteController().stopRoute(route);
            } catch (Exception e) {
                LOG.error("Route {} could not be stopped: {}", route, FailureWords.of(partner, e));
            }
        }
    }
}
