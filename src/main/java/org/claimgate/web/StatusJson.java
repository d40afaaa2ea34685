package org.claimgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.claimgate.camel.RouteReport;
import org.claimgate.flow.Concern;
import org.claimgate.web.Overview.PartnerLine;

/** The overview for programs: the answer of {@code GET /api/status}. Times are UTC, ISO 8601; null means never. */
final class StatusJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusJson() {}

    static String of(Overview overview, String version, Instant startedAt) {
        ObjectNode status = JSON.createObjectNode();
        status.put("version", version);
        status.put("node", overview.node());
        status.put("startedAt", startedAt.toString());
        status.put("at", overview.at().toString());
        ArrayNode routes = status.putArray("routes");
        overview.routes().forEach(route -> put(route, routes.addObject()));
        ArrayNode partners = status.putArray("partners");
        overview.partners().forEach(partner -> put(partner, partners.addObject()));
        ObjectNode claims = status.putObject("claims");
        overview.claims().forEach(line -> claims.put(line.state().name(), line.claims()));
        status.putObject("messagesWaiting")
                .put("count", overview.backlog().messages())
                .put("since", time(overview.backlog().oldest()));
        overview.longestWaiting()
                .ifPresentOrElse(
                        partner -> status.putObject("oldestUnsentClaim")
                                .put("partner", partner.id())
                                .put("since", time(partner.oldestUnsentSince())),
                        () -> status.putNull("oldestUnsentClaim"));
        ArrayNode attention = status.putArray("attention");
        overview.attention().forEach(concern -> put(concern, attention.addObject()));
        FilesJson.put(overview.acts(), status.putArray("acts"));
        return status.toPrettyString();
    }

    private static void put(RouteReport route, ObjectNode into) {
        into.put("id", route.id())
                .put("description", route.description())
                .put("group", route.group())
                .put("state", route.state().name())
                .put("succeeded", route.succeeded())
                .put("failed", route.failed())
                .put("lastSuccess", time(route.lastSuccess()))
                .put("lastFailure", time(route.lastFailure()))
                .put("failure", route.failure());
    }

    private static void put(PartnerLine partner, ObjectNode into) {
        into.put("id", partner.id())
                .put("name", partner.name())
                .put("node", partner.node())
                .put("lastUpload", time(partner.lastUpload()))
                .put("lastAnswer", time(partner.lastAnswer()))
                .put("unsentClaims", partner.unsent())
                .put("oldestUnsentSince", time(partner.oldestUnsentSince()));
    }

    private static void put(Concern concern, ObjectNode into) {
        into.put("kind", concern.kind().name())
                .put("subject", concern.subject())
                .put("partner", concern.partner())
                .put("since", time(concern.since()))
                .put("why", concern.why())
                .put("remedy", concern.remedy());
    }

    static String time(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
