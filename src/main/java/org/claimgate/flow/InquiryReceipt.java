package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What somebody is told who asks how far a claim has come: that the partner is asked, or why it is not.
 *
 * @param ordinal place in the body, from 1
 * @param claimId as it was given; empty where none was
 * @param trackingNumber TRN02 of the question, which the partner's answer repeats; null where nothing is asked
 * @param interchangeControlNumber ISA13 of the interchange that asks; null where nothing is asked
 * @param readable false for content that is no JSON object
 * @param issues as in {@link IssueJson#array}
 */
public record InquiryReceipt(
        int ordinal,
        String claimId,
        String trackingNumber,
        String interchangeControlNumber,
        boolean readable,
        ArrayNode issues) {

    public boolean refused() {
        return trackingNumber == null;
    }

    InquiryReceipt at(int place) {
        return new InquiryReceipt(place, claimId, trackingNumber, interchangeControlNumber, readable, issues);
    }

    /** {@code {claimId, trackingNumber, interchangeControlNumber, issues}}. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("claimId", claimId);
        json.put("trackingNumber", trackingNumber);
        json.put("interchangeControlNumber", interchangeControlNumber);
        json.set("issues", issues);
        return json;
    }
}
