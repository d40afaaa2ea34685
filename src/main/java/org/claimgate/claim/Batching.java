package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Orders claims for transaction sets. */
public final class Batching {

    /**
     * Orders claims so that those of one billing provider, and in it those of one subscriber and patient, stand together (the
     * writer then shares their loops), and splits them by maximum. The first claim of each group keeps its place.
     *
     * @param document the canonical document of a claim
     * @param maximum greatest number of claims in one batch
     */
    public static <T> List<List<T>> batches(List<T> claims, Function<T, ObjectNode> document, int maximum) {
        throw new UnsupportedOperationException();
    }

    private Batching() {}
}
