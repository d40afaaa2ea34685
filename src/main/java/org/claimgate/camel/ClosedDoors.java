package org.claimgate.camel;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.SimpleRegistry;

/**
 * Asks whoever calls before all routes have started to come again (503): the server listens earlier than they do, and would know
 * nothing of them.
 */
final class ClosedDoors {

    /** Before every route of Camel's. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int COME_AGAIN = 503;

    private final String server;
    private volatile boolean open;

    ClosedDoors(int port) {
        this.server = VertxPlatformHttpRouter.getRouterNameFromPort(port);
    }

    /**
     * Has the server's router guarded from its beginning. The server registers it right before it listens, and tells nobody in
     * between.
     */
    void awaitServer(DefaultRegistry registry) {
        SimpleRegistry watching = new SimpleRegistry() {

            private static final long serialVersionUID = 1;

            @Override
            public void bind(String id, Class<?> type, Object bean) {
                super.bind(id, type, bean);
                if (id.equals(server) && bean instanceof VertxPlatformHttpRouter router) {
                    router.route().order(FIRST).handler(ClosedDoors.this::answer);
                }
            }
        };
        watching.putAll((SimpleRegistry) registry.getFallbackRegistry());
        registry.setFallbackRegistry(watching);
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
