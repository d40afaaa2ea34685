package org.claimgate.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.claimgate.flow.ActResult;
import org.claimgate.flow.ActResult.Done;
import org.claimgate.flow.ActResult.Reason;
import org.claimgate.flow.ActResult.Refused;
import org.claimgate.flow.Acts;
import org.claimgate.flow.Acts.By;
import org.claimgate.flow.ReplaySelection;
import org.claimgate.ledger.Act;

/**
 * The door that people's acts come in by: {@code {"act": "retry-file", "file": "12", "reason": "…"}}. Header {@code X-Claimgate-User}
 * says who. Answers 200, 400 for what is not complete, 404 for what there is not, 409 for what cannot be done now.
 */
final class ActDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "api";

    private final Map<String, BiFunction<JsonNode, By, ActResult>> acts;

    /** @param backups where backups are written; empty for nowhere */
    ActDoor(Acts acts, Optional<Path> backups) {
        this.acts = Map.of(
                "backup",
                (body, by) -> backups.map(folder -> acts.backUp(folder, by))
                        .orElseGet(() -> new Refused(Reason.NOT_NOW, "claimgate.backups names no folder for them")),
                "retry-file",
                (body, by) -> acts.retryFile(text(body, "file"), by),
                "set-file-aside",
                (body, by) -> acts.setFileAside(text(body, "file"), by),
                "confirm-delivery",
                (body, by) -> acts.confirmDelivery(text(body, "delivery"), by),
                "repeat-delivery",
                (body, by) -> acts.repeatDelivery(text(body, "delivery"), by),
                "set-delivery-aside",
                (body, by) -> acts.setDeliveryAside(text(body, "delivery"), by),
                "replay",
                (body, by) -> acts.replay(selection(body), by));
    }

    void http(Exchange exchange) {
        Message message = exchange.getMessage();
        ActResult result = ClaimDoors.isEncoded(message)
                ? new Refused(Reason.INCOMPLETE, "a body with Content-Encoding is not read")
                : act(message);
        exchange.setProperty(ClaimDoors.PIECES, result instanceof Done ? 1 : 0);
        ClaimDoors.answer(message, status(result), json(result).toString());
    }

    private ActResult act(Message message) {
        String who = message.getHeader("X-Claimgate-User", NOBODY, String.class);
        try {
            JsonNode body = JSON.readTree(new String(ClaimDoors.body(message), StandardCharsets.UTF_8));
            BiFunction<JsonNode, By, ActResult> act = acts.get(text(body, "act"));
            return act == null
                    ? incomplete("'act' is one of " + String.join(", ", new TreeSet<>(acts.keySet())))
                    : act.apply(body, new By(who.isBlank() ? NOBODY : who.strip(), text(body, "reason")));
        } catch (JsonProcessingException e) {
            return incomplete("expected a JSON object");
        } catch (DateTimeParseException e) {
            return incomplete("'from' and 'to' are moments such as 2026-11-24T05:00:00Z");
        }
    }

    private static ReplaySelection selection(JsonNode body) {
        if (body.has("claim")) {
            return new ReplaySelection.OfClaim(text(body, "claim"));
        }
        return body.has("file")
                ? new ReplaySelection.OfFile(text(body, "file"))
                : new ReplaySelection.OfPeriod(Instant.parse(text(body, "from")), Instant.parse(text(body, "to")));
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("").strip();
    }

    private static ActResult incomplete(String words) {
        return new Refused(Reason.INCOMPLETE, words);
    }

    private static int status(ActResult result) {
        if (result instanceof Refused refused) {
            return switch (refused.reason()) {
                case INCOMPLETE -> 400;
                case UNKNOWN -> 404;
                case NOT_NOW -> 409;
            };
        }
        return 200;
    }

    private static ObjectNode json(ActResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (result instanceof Refused refused) {
            return json.put("error", refused.words());
        }
        Act act = ((Done) result).act();
        return json.put("id", act.id())
                .put("at", act.at().toString())
                .put("who", act.who())
                .put("act", act.kind().name())
                .put("what", act.what())
                .put("reason", act.reason());
    }
}
