package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands have in common by which a person changes something in a running gateway. */
final class ActOptions {

    private static final int DONE = 200;
    private static final int INCOMPLETE = 400;
    private static final int UNKNOWN = 404;
    private static final int NOT_NOW = 409;
    private static final int BUSY = 503;

    @Mixin
    private RunningGateway gateway;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORDS",
            description = "Why; kept and shown with your user name. Name no patient.")
    private String reason;

    /** Does something to one file; {@code what} names it in the request. */
    int of(String act, String what, String file) throws InterruptedException {
        return of(JsonNodeFactory.instance.objectNode().put("act", act).put(what, file));
    }

    /** @param request what is to be done, without the reason */
    int of(ObjectNode request) throws InterruptedException {
        HttpResponse<String> response = gateway.client()
                .post("/api/acts", request.put("reason", reason), Set.of(DONE, INCOMPLETE, UNKNOWN, NOT_NOW, BUSY));
        if (response.statusCode() == BUSY) {
            throw new CommandFailure("the gateway's ledger does not answer now; nothing is done, please try again");
        }
        if (response.statusCode() != DONE) {
            String words = GatewayClient.parse(response.body()).path("error").asText();
            return gateway.complain("not done: " + words);
        }
        gateway.print(response.body(), (act, out) -> out.println(line(act)));
        return Exit.GOOD;
    }

    private static String line(JsonNode act) {
        return "%s: %s (act %s, by %s)"
                .formatted(
                        act.path("act").asText(),
                        act.path("what").asText(),
                        act.path("id").asText(),
                        act.path("who").asText());
    }
}
