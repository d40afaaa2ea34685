package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.response.ClaimState;

/**
 * What a sender is told of one claim. A claim handed in again gets the first answer again.
 *
 * @param ordinal place in the body, from 1
 * @param claimId null where the claim was only looked at
 * @param state READY or REFUSED; WITHDRAWN for one that was handed in before and has been taken back since
 * @param duplicate whether the same sender had handed in the same content before
 * @param readable false for content that is no JSON object
 * @param mapping name of the mapping that made the claim, which the pointers of the issues are into; empty for none
 * @param replaces id of the claim that it came in the place of; null for none
 * @param sentAs what the one that it replaces has made of its numbers; null where it replaces none
 * @param issues as in {@link IssueJson#array}
 */
public record Receipt(
        int ordinal,
        String claimId,
        ClaimState state,
        boolean duplicate,
        boolean readable,
        String mapping,
        String replaces,
        JsonNode sentAs,
        ArrayNode issues) {

    public boolean refused() {
        return state == ClaimState.REFUSED;
    }

    /** What handing a claim in would be answered. */
    static Receipt ofTrial(Candidate candidate) {
        return new Receipt(
                candidate.ordinal(),
                null,
                candidate.claim().state(),
                false,
                candidate.readable(),
                candidate.mapping(),
                candidate.claim().replaces(),
                candidate.sentAs(),
                candidate.claim().issues());
    }

    /**
     * {@code {claimId, state, duplicate, mapping, replaces, sentAs, issues}}; without {@code mapping} for a claim in our own
     * vocabulary, without {@code replaces} and {@code sentAs} for one that replaces none, without {@code claimId} and {@code
     * duplicate} for one that was only looked at.
     */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (claimId != null) {
            json.put("claimId", claimId);
        }
        json.put("state", state.name());
        if (claimId != null) {
            json.put("duplicate", duplicate);
        }
        if (!mapping.isEmpty()) {
            json.put("mapping", mapping);
        }
        if (replaces != null) {
            json.put("replaces", replaces);
        }
        if (sentAs != null) {
            json.set("sentAs", sentAs);
        }
        json.set("issues", issues);
        return json;
    }
}
