package org.claimgate.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.RouteReport;
import org.claimgate.flow.Concern;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Queries;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages and their addresses. All are GET, none changes anything. */
public final class StatusPages {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPages.class);

    /** Before the routes of the flow, which take what is left. */
    private static final int EARLY = -100;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private final String node;
    private final Supplier<List<RouteReport>> routes;
    private final Supplier<List<Concern>> attention;
    private final Collection<Partner> partners;
    private final Ledger ledger;
    private final Queries queries;
    private final Contracts contracts;
    private final Clock clock;
    private final Instant startedAt;
    private final String version;
    private final Templates templates;
    private final String style = resource("style.css");

    /**
     * @param node this gateway's name in the ledger
     * @param routes what every route reports now
     * @param attention what needs a person's attention now
     * @param contracts what programs may ask of the calls
     * @param version of the gateway, for people
     */
    public StatusPages(
            String node,
            Supplier<List<RouteReport>> routes,
            Supplier<List<Concern>> attention,
            Collection<Partner> partners,
            Ledger ledger,
            Contracts contracts,
            Clock clock,
            String version) {
        this.node = node;
        this.routes = routes;
        this.attention = attention;
        this.partners = partners;
        this.ledger = ledger;
        this.contracts = contracts;
        this.queries = ledger.queries();
        this.clock = clock;
        this.version = version;
        this.startedAt = clock.instant();
        this.templates = new Templates(version);
    }

    /** The pages of a gateway in this process. */
    public static StatusPages of(Gateway gateway, String version) {
        return new StatusPages(
                gateway.node(),
                gateway::routes,
                gateway.attention()::list,
                gateway.partners().all(),
                gateway.ledger(),
                new Contracts(gateway::claimSchema, gateway.config().home()),
                gateway.config().clock(),
                version);
    }

    /** Hangs the pages into the server that the routes use: /, /claims, /claims/{id}, /files, and for programs /api/status, /api/files, /api/deliveries, /api/schemas and /api/openapi.yaml. */
    public void mount(Router router) {
        serve(router, "/", Answer.HTML, context -> templates.render("overview", now(), Map.of("overview", overview())));
        serve(router, "/claims", Answer.HTML, this::claims);
        serve(router, "/claims/:id", Answer.HTML, this::claim);
        serve(router, "/files", Answer.HTML, this::files);
        serve(router, "/api/status", Answer.JSON, context -> StatusJson.of(overview(), version, startedAt));
        serve(router, "/api/files/:name", Answer.JSON, this::received);
        serve(router, "/api/deliveries/:name", Answer.JSON, this::sent);
        serve(router, "/api/schemas/:name", Answer.JSON, this::schema);
        serve(router, "/api/openapi.yaml", Answer.YAML, context -> contracts.openApi());
        serve(router, "/style.css", Answer.CSS, context -> style);
    }

    private void serve(Router router, String path, String type, Function<RoutingContext, String> page) {
        router.route(HttpMethod.GET, path).order(EARLY).blockingHandler(context -> answer(context, type, page), false);
    }

    private void answer(RoutingContext context, String type, Function<RoutingContext, String> page) {
        HEADERS.forEach(context.response()::putHeader);
        try {
            String body = page.apply(context);
            context.response().putHeader("Content-Type", type).end(body);
        } catch (NotFound e) {
            fail(context, 404, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The page {} cannot be shown", context.normalizedPath(), e);
            fail(context, 500, "Something that it needs does not answer. The gateway's log on its machine says what.");
        }
    }

    private void fail(RoutingContext context, int status, String words) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Answer.HTML)
                .end(templates.render("failure", now(), Map.of("words", words)));
    }

    private String claims(RoutingContext context) {
        Paging paging = Paging.of(context.request().getParam("page"));
        return templates.render(
                "claims", now(), Map.of("page", paging.slice(queries.claims(paging.offset(), paging.limit()))));
    }

    private String claim(RoutingContext context) {
        Queries.TimeLine timeLine = queries.timeLine(context.pathParam("id"))
                .orElseThrow(() -> new NotFound("There is no claim of that id."));
        String id = timeLine.claim().id();
        return templates.render(
                "claim", now(), ClaimPage.model(timeLine, ledger.claims().issues(id), removals(id)));
    }

    private List<String> removals(String claim) {
        List<String> words = new ArrayList<>();
        ledger.removals().ofClaim(claim).ifPresent(gone -> words.add("Its content was " + gone.words() + "."));
        ledger.removals()
                .ofTimeLine(claim)
                .ifPresent(gone -> words.add("Events after the first were " + gone.words() + "."));
        return words;
    }

    private String files(RoutingContext context) {
        Paging paging = Paging.of(context.request().getParam("page"));
        List<StoredInterchange> sent = queries.interchanges(paging.offset(), paging.limit());
        return templates.render(
                "files",
                now(),
                Map.of(
                        "sent", paging.slice(sent),
                        "received", paging.slice(queries.files(paging.offset(), paging.limit()))));
    }

    private String received(RoutingContext context) {
        return FilesJson.received(some(ledger.inbox().named(context.pathParam("name"))), ledger);
    }

    private String sent(RoutingContext context) {
        return FilesJson.sent(some(ledger.interchanges().named(context.pathParam("name"))), ledger);
    }

    private String schema(RoutingContext context) {
        return contracts
                .schema(context.pathParam("name"))
                .orElseThrow(() -> new NotFound("There is no schema of that name."));
    }

    private static <T> List<T> some(List<T> found) {
        if (found.isEmpty()) {
            throw new NotFound("There is no file of that number or name.");
        }
        return found;
    }

    private Overview overview() {
        return Overview.of(now(), node, routes.get(), partners, ledger, attention.get());
    }

    private Instant now() {
        return clock.instant();
    }

    private static String resource(String name) {
        try (InputStream in = StatusPages.class.getResourceAsStream("/web/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content types. */
    private static final class Answer {
        static final String HTML = "text/html; charset=utf-8";
        static final String JSON = "application/json";
        static final String YAML = "application/yaml";
        static final String CSS = "text/css; charset=utf-8";
    }

    /** The address names something that does not exist. */
    private static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }
}
