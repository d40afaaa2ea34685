package org.claimgate.camel;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.DefaultRegistry;
import org.claimgate.partner.Partner;

/** The Camel runtime: the route files of the home folder, and the partner templates once for each partner. */
final class Routes implements AutoCloseable {

    private final Main main = new Main();
    private final Parts parts;

    private Routes(Parts parts) {
        this.parts = parts;
        // All settings come from GatewayConfig, so that there is one order of precedence.
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties(parts.config()));
        main.bind("jms", JmsParts.component(parts.connections()));
        main.bind("doors", parts.doors());
        main.bind("claims", parts.claims());
        // A route of a YAML file cannot name its policy.
        main.bind("policies", (RoutePolicyFactory)
                (context, route, definition) -> route.equals(RouteIds.CLAIM_QUEUE) ? parts.claims() : null);
        main.bind("inquiries", parts.inquiries());
        main.bind("acts", parts.acts());
        main.bind("steps", parts.steps());
        main.bind("queues", parts.queues());
        main.bind("meters", parts.meters());
        main.bind("guard", parts.guard());
        main.bind("log", parts.log());
        main.bind("circuits", new Circuits(parts.log()));
        main.bind("sftp", new SftpSessionComponent());
        parts.partners().all().forEach(this::bindPartner);
    }

    static Routes start(Parts parts) {
        Routes routes = new Routes(parts);
        try {
            routes.main.init();
            CamelContext context = routes.context();
            ClosedDoors doors = new ClosedDoors(parts.config().httpPort());
            doors.awaitServer((DefaultRegistry) context.getRegistry());
            parts.steps().in(context);
            parts.guard().in(context);
            for (Partner partner : parts.partners().all()) {
                routes.addFromTemplate("delivery", RouteIds.delivery(partner.id()), partner);
                routes.addFromTemplate("pickup", RouteIds.pickup(partner.id()), partner);
            }
            routes.main.start();
            doors.open();
            context.getRegistry().findByType(MeterRegistry.class).forEach(parts.meters()::in);
            return routes;
        } catch (Exception e) {
            routes.main.stop();
            throw e instanceof RuntimeException plain
                    ? plain
                    : new IllegalStateException("The routes did not start", e);
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    boolean isStarted(String id) {
        return context().getRouteController().getRouteStatus(id).isStarted();
    }

    void stop(String id) {
        try {
            context().getRouteController().stopRoute(id);
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " did not stop", e);
        }
    }

    void start(String id) {
        try {
            context().getRouteController().startRoute(id);
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " did not start", e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }

    private void bindPartner(Partner partner) {
        GatewayConfig config = parts.config();
        Duration settle = config.millis("claimgate.pickup.settle");
        SettledFiles settled = new SettledFiles(partner.id(), parts.pickup(), settle, config.clock());
        AnswerFiles answers = new AnswerFiles(partner, parts.pickup(), parts.leases(), downloads(config, partner));
        main.bind("settled-" + partner.id(), settled);
        main.bind("answers-" + partner.id(), answers);
        main.bind("polls-" + partner.id(), new AnswerPolls(answers, settled, parts.leases(), parts.log()));
        main.bind("line-" + partner.id(), parts.sessions().line(partner));
    }

    private static Path downloads(GatewayConfig config, Partner partner) {
        return config.work().resolve("downloads").resolve(partner.id());
    }

    private void addFromTemplate(String template, String routeId, Partner partner) throws Exception {
        TemplatedRouteBuilder.builder(context(), template)
                .routeId(routeId)
                .parameter("partner", partner.id())
                .add();
    }

    private Properties properties(GatewayConfig config) {
        Properties properties = config.asProperties();
        properties.setProperty("claimgate.home", config.home().toString());
        properties.setProperty("claimgate.intake.folder", config.intakeFolder().toString());
        properties.setProperty("camel.main.routesIncludePattern", "file:" + config.routes() + "/*.camel.yaml");
        parts.partners().all().forEach(partner -> SftpPlaces.put(properties, partner, downloads(config, partner)));
        return properties;
    }
}
