package org.claimgate.camel;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Tells whoever asks over HTTP before all routes have started to come again: the server listens before they do. */
final class OpeningHours implements StartupListener {

    private static final int COME_AGAIN = 503;

    private final String router;
    private volatile boolean open;

    OpeningHours(int port) {
        router = VertxPlatformHttpRouter.getRouterNameFromPort(port);
    }

    /** The routes have been made and none has started. */
    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        VertxPlatformHttpRouter.lookup(context, router).route().last().handler(this::answer);
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        open = true;
    }

    private void answer(RoutingContext request) {
        if (open) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(COME_AGAIN)
                    .putHeader("Retry-After", "1")
                    .end();
        }
    }
}
