package org.claimgate.camel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import jakarta.jms.ConnectionFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.claimgate.claim.ClaimSchema;
import org.claimgate.flow.Attention;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: broker, ledger, steps and routes, started from one home folder. Safe for concurrent use.
 *
 * <p>{@link #close} lets what is under way end, and closes all parts in the opposite order of their start.
 */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final GatewayConfig config;
    private final Parts parts;
    private final Routes routes;

    private Gateway(GatewayConfig config, Parts parts, Routes routes) {
        this.config = config;
        this.parts = parts;
        this.routes = routes;
    }

    /**
     * Starts everything; when this returns, claims are taken in.
     *
     * @throws RuntimeException when a mapping, partner or route file has a mistake, or a part does not start
     */
    public static Gateway start(GatewayConfig config) {
        Ports.requireFree(config);
        Parts parts = Parts.open(config);
        try {
            for (Partner partner : parts.partners().all()) {
                KnownHosts.mistake(partner).ifPresent(LOG::warn);
                SignInKey.mistake(partner).ifPresent(LOG::warn);
            }
            return new Gateway(config, parts, Routes.start(parts));
        } catch (RuntimeException e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    /** What every route does, sorted by partner and id. */
    public List<RouteReport> routes() {
        return routes.context().getRoutes().stream()
                .map(this::report)
                .sorted(Comparator.comparing(RouteReport::group).thenComparing(RouteReport::id))
                .toList();
    }

    /** Stops one route. A second time, or one that there is not: nothing happens. */
    public void stopRoute(String id) {
        routes.stop(id);
    }

    /** Starts one route that was stopped. */
    public void startRoute(String id) {
        parts.guard().startedAgain(RouteIds.partner(id));
        routes.start(id);
    }

    /** The router of the HTTP server that the routes use, for pages and their facts. */
    public Router router() {
        return VertxPlatformHttpRouter.lookup(
                routes.context(), VertxPlatformHttpRouter.getRouterNameFromPort(config.httpPort()));
    }

    /**
     * Compiles the mappings of other documents, which takes seconds; one that is needed earlier is compiled then.
     *
     * @throws RuntimeException when one has a mistake, with file and line
     */
    public void compileDocuments() {
        parts.documents().compile();
    }

    /**
     * A part that has ended by itself and cannot begin again in this process, in words: then the process has to end, and another to be
     * started. Empty as long as all goes on.
     */
    public Optional<String> brokenDown() {
        return parts.brokenDown();
    }

    /** What needs a person's attention. */
    public Attention attention() {
        return parts.attention();
    }

    public Ledger ledger() {
        return parts.ledger();
    }

    public Partners partners() {
        return parts.partners();
    }

    /** The JSON Schema of a kind of claim by its vocabulary; empty for any other. */
    public Optional<ObjectNode> claimSchema(String vocabulary) {
        return ClaimSchema.of(parts.guides(), vocabulary);
    }

    /** This process's name among all that share its ledger. */
    public String node() {
        return parts.leases().node();
    }

    public GatewayConfig config() {
        return config;
    }

    /** Where clients in this process reach the broker. */
    public String brokerUrl() {
        return parts.brokerUrl();
    }

    /** For JMS clients in this process: to the broker they are like any other. */
    public ConnectionFactory connectionFactory() {
        return parts.connections();
    }

    @Override
    public void close() {
        try {
            routes.close();
        } finally {
            parts.close();
        }
    }

    private RouteReport report(Route route) {
        String id = route.getRouteId();
        RouteLog.Record record = parts.log().of(id);
        return new RouteReport(
                id,
                route.getDescription(),
                RouteIds.partner(id),
                state(id, record),
                record.lastSuccess(),
                record.lastFailure(),
                failure(id, record),
                record.succeeded(),
                record.failed());
    }

    /** A missing known hosts file is named as long as a partner's route fails: it is what has to be repaired first. */
    private String failure(String id, RouteLog.Record record) {
        if (!record.failing()) {
            return record.failure();
        }
        return parts.partners()
                .find(RouteIds.partner(id))
                .flatMap(KnownHosts::mistake)
                .orElse(record.failure());
    }

    private RouteReport.State state(String id, RouteLog.Record record) {
        if (!routes.isStarted(id)) {
            return parts.guard().hasStopped(RouteIds.partner(id))
                    ? RouteReport.State.STOPPED_IN_ERROR
                    : RouteReport.State.STOPPED;
        }
        if (parts.log().isOpen(record)) {
            return RouteReport.State.CIRCUIT_OPEN;
        }
        return record.failing() ? RouteReport.State.RETRYING : RouteReport.State.RUNNING;
    }
}
