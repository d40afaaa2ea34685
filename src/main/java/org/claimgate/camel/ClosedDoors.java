package org.claimgate.camel;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Asks whoever calls before all routes have started to come again (503): the server listens earlier than they do, and would know
 * nothing of them.
 */
final class ClosedDoors implements StartupListener {

    /** Before every route of Camel's. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int COME_AGAIN = 503;

    private final int port;
    private volatile boolean open;

    ClosedDoors(int port) {
        this.port = port;
    }

    /** Camel calls this before it starts the routes. */
    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        VertxPlatformHttpRouter.lookup(context, VertxPlatformHttpRouter.getRouterNameFromPort(port))
                .route()
                .order(FIRST)
                .handler(this::answer);
    }

    private void answer(RoutingContext call) {
        if (open) {
            call.next();
        } else {
            call.response()
                    .setStatusCode(COME_AGAIN)
                    .putHeader("Retry-After", "1")
                    .end();
        }
    }

    void open() {
        open = true;
    }
}
