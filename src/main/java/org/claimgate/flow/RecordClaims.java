package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.flow.Admission.Made;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Issue;

/**
 * Claims that a mapping makes of the records of a document, such as an export in CSV; wherever it comes in. The same record of
 * the same sender is the same claim, however its mapping may have changed; its billing provider, which may stand elsewhere in
 * the document, counts with it.
 */
final class RecordClaims {

    private final Admission admission;
    private final String sender;
    private final String mapping;

    RecordClaims(Admission admission, String sender, String mapping) {
        this.admission = admission;
        this.sender = sender;
        this.mapping = mapping;
    }

    Candidate judge(Origin origin, ObjectNode claim) {
        ArrayNode handedIn = handedIn(origin).add(claim.at("/billing/npi").asText(""));
        return admission.judge(sender, new Made(origin.record(), handedIn, claim, mapping));
    }

    Candidate refuse(Origin origin, List<Issue> issues) {
        return admission.unmapped(sender, origin.record(), handedIn(origin), issues, mapping);
    }

    private static ArrayNode handedIn(Origin origin) {
        JsonNode content = origin.content();
        return JsonNodeFactory.instance.arrayNode().add(content).add(origin.part());
    }
}
