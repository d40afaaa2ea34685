package org.claimgate.camel;

import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Health: not ready while a route's circuit is open. The process itself is alive; to start it again would not help. */
final class Circuits extends AbstractHealthCheck {

    private final RouteLog log;

    Circuits(RouteLog log) {
        super("claimgate", "circuits");
        this.log = log;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<String> open = log.open();
        if (open.isEmpty()) {
            builder.up();
        } else {
            builder.down().message("Circuit open: " + String.join(", ", open));
        }
    }
}
