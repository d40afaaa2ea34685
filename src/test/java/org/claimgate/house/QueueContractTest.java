package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimgate.camel.Queues;
import org.claimgate.flow.IssueJson;
import org.claimgate.flow.Messages;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml says what really is on the queues. */
class QueueContractTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final QueueContract contract = new QueueContract();

    @Test
    void it_names_every_queue_and_every_type_of_message() {
        assertThat(contract.document().path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrder(
                        Queues.CLAIMS,
                        Queues.INQUIRIES,
                        Messages.STATUS_QUEUE,
                        Messages.PAYMENT_QUEUE,
                        Messages.PROBLEM_QUEUE);
        assertThat(contract.document().at("/components/messages").findValuesAsText("const"))
                .contains(Messages.STATUS_TYPE, Messages.PAYMENT_TYPE, Messages.PROBLEM_TYPE);
    }

    @Test
    void it_names_every_state_of_a_claim() {
        JsonNode states = contract.document().at("/components/schemas/about/properties/state/enum");
        List<String> expected = Stream.concat(
                        Arrays.stream(ClaimState.values()).map(ClaimState::name), Stream.of("UNMATCHED"))
                .toList();
        assertThat(states).map(JsonNode::asText).containsExactlyElementsOf(expected);
    }

    @Test
    void a_status_message_is_as_it_says() throws IOException {
        ArrayNode issues = IssueJson.array(
                List.of(Issue.error("EDIT:npi", "expected a National Provider Identifier", Place.NOWHERE, "/x", null)));
        OutgoingMessage message = Messages.ownStatus(
                claim(ClaimState.REFUSED), ClaimEvent.own(NOW, ClaimState.REFUSED, "REFUSED", null, "refused"), issues);
        assertThat(contract.violations("status", body(message))).isEmpty();
    }

    @Test
    void a_message_that_lacks_a_field_is_noticed() throws IOException {
        ObjectNode data = Messages.statusData(
                claim(ClaimState.SENT),
                ClaimEvent.own(NOW, ClaimState.SENT, "SENT", null, "sent"),
                JsonNodeFactory.instance.arrayNode());
        data.remove("claimId");
        assertThat(contract.violations("status", body(Messages.status("id", NOW, "", data))))
                .singleElement()
                .asString()
                .contains("claimId");
    }

    private static StoredClaim claim(ClaimState state) {
        return new StoredClaim(
                "c-1",
                "billing",
                "00",
                "professional-claim",
                "sandbox",
                "T",
                "PCN",
                "PCNR1",
                null,
                state,
                NOW,
                Set.of(),
                null,
                "c-0",
                null);
    }

    private static JsonNode body(OutgoingMessage message) throws IOException {
        return new ObjectMapper().readTree(message.body());
    }
}
