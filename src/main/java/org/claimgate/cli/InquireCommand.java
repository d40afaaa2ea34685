package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway inquire}: has a running gateway ask its partners how far claims have come (276). */
@Command(
        name = "inquire",
        mixinStandardHelpOptions = true,
        description = {
            "Ask the partners of a running gateway how far sent claims have come.",
            "The answers appear in the claims' time lines and on the status queue."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every claim is asked for", "1:some cannot be asked for", "2:no gateway answers there"})
final class InquireCommand implements Callable<Integer> {

    private static final int ACCEPTED = 202;
    private static final int REFUSED = 422;
    private static final int BUSY = 503;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "CLAIM-ID",
            description = "Ids of claims, as the gateway answered them when they were handed in.")
    private List<String> claimIds;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the gateway listens; this machine and the port of application.properties unless given.")
    private URI url;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        claimIds.forEach(id -> questions.addObject().put("claimId", id));
        HttpResponse<String> response =
                GatewayClient.at(url).post("/api/inquiries", questions, Set.of(ACCEPTED, REFUSED, BUSY));
        if (response.statusCode() == BUSY) {
            throw new CommandFailure("the gateway's ledger does not answer now; nothing is asked, please try again");
        }
        print(response.body());
        return response.statusCode() == ACCEPTED ? Exit.GOOD : Exit.BAD_DATA;
    }

    private void print(String body) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(body);
        } else {
            GatewayClient.parse(body).forEach(answer -> out.println(line(answer)));
        }
        out.flush();
    }

    private static String line(JsonNode answer) {
        String claim = answer.path("claimId").asText();
        if (answer.path("trackingNumber").isTextual()) {
            return "%s  asked: trace %s in interchange %s"
                    .formatted(
                            claim,
                            answer.path("trackingNumber").asText(),
                            answer.path("interchangeControlNumber").asText());
        }
        JsonNode issue = answer.path("issues").path(0);
        return "%s  not asked: %s (%s)"
                .formatted(
                        claim.isEmpty() ? "-" : claim,
                        issue.path("message").asText(),
                        issue.path("code").asText());
    }
}
