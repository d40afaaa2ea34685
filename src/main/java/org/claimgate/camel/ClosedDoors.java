package org.claimgate.camel;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Asks whoever calls before all routes have started to come again (503): the server listens earlier than they do, and would know
 * nothing of them.
 */
final class ClosedDoors extends LifecycleStrategySupport {

    /** Before every route of Camel's. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int COME_AGAIN = 503;

    private volatile boolean open;

    /** Camel calls this before it starts a service: the server has its router once it is made ready, and does not listen yet. */
    @Override
    public void onServiceAdd(CamelContext context, Service service, Route route) {
        if (service instanceof VertxPlatformHttpServer server) {
            ServiceHelper.initService(server);
            VertxPlatformHttpRouter.lookup(
                            context, VertxPlatformHttpRouter.getRouterNameFromPort(server.getConfigurationPort()))
                    .route()
                    .order(FIRST)
                    .handler(this::answer);
        }
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
