package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Orders claims for transaction sets. */
public final class Batching {

    private static final List<String> BILLING = List.of(
            "submitter",
            "receiver",
            "billing",
            "payToAddress",
            "payToPlan",
            "billingPayToAddressName",
            "billingPayToPlanName");
    private static final List<String> SUBSCRIBER =
            List.of("subscriber", "tradingPartnerServiceId", "tradingPartnerName", "payerAddress");
    private static final List<String> PATIENT = List.of("dependent");

    /**
     * Orders claims so that those of one billing provider, and in it those of one subscriber and patient, stand together (the
     * writer then shares their loops), and splits them by maximum. The first claim of each group keeps its place.
     *
     * @param document the canonical document of a claim
     * @param maximum greatest number of claims in one batch
     */
    public static <T> List<List<T>> batches(List<T> claims, Function<T, ObjectNode> document, int maximum) {
        if (maximum < 1) {
            throw new IllegalArgumentException("a batch holds at least one claim");
        }
        List<T> ordered =
                together(together(together(claims, document, PATIENT), document, SUBSCRIBER), document, BILLING);
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += maximum) {
            batches.add(ordered.subList(from, Math.min(ordered.size(), from + maximum)));
        }
        return batches;
    }

    /** Claims with equal fields stand together; otherwise the order is kept. */
    private static <T> List<T> together(List<T> claims, Function<T, ObjectNode> document, List<String> fields) {
        Map<List<JsonNode>, List<T>> groups = new LinkedHashMap<>();
        for (T claim : claims) {
            groups.computeIfAbsent(key(document.apply(claim), fields), key -> new ArrayList<>())
                    .add(claim);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static List<JsonNode> key(ObjectNode claim, List<String> fields) {
        List<JsonNode> key = new ArrayList<>();
        for (String field : fields) {
            key.add(claim.has(field) ? claim.get(field) : MissingNode.getInstance());
        }
        return key;
    }

    private Batching() {}
}
