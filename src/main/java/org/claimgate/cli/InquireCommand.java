package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            arity = "1..*",
            paramLabel = "CLAIM-ID",
            description = "Ids of claims, as the gateway answered them when they were handed in.")
    private List<String> claimIds;

    @Mixin
    private RunningGateway gateway;

    @Override
    public Integer call() throws InterruptedException {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        claimIds.forEach(id -> questions.addObject().put("claimId", id));
        HttpResponse<String> response =
                gateway.client().post("/api/inquiries", questions, Set.of(ACCEPTED, REFUSED, BUSY));
        if (response.statusCode() == BUSY) {
            throw new CommandFailure("the gateway's ledger does not answer now; nothing is asked, please try again");
        }
        gateway.print(response.body(), (answers, out) -> answers.forEach(answer -> out.println(line(answer))));
        return response.statusCode() == ACCEPTED ? Exit.GOOD : Exit.BAD_DATA;
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
