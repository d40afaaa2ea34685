package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BatchingTest {

    private static ObjectNode claim(String billing, String member, String number) {
        ObjectNode claim = new ObjectMapper().createObjectNode();
        claim.putObject("billing").put("npi", billing);
        claim.putObject("subscriber").put("memberId", member);
        return claim.put("number", number);
    }

    private static List<List<String>> numbers(int maximum, ObjectNode... claims) {
        return Batching.batches(List.of(claims), Function.identity(), maximum).stream()
                .map(batch -> batch.stream()
                        .map(claim -> claim.get("number").asText())
                        .toList())
                .toList();
    }

    @Test
    void claimsOfOneProviderAndOneSubscriberStandTogether() {
        assertThat(numbers(10, claim("A", "1", "a"), claim("B", "1", "b"), claim("A", "2", "c"), claim("A", "1", "d")))
                .containsExactly(List.of("a", "d", "c", "b"));
    }

    @Test
    void patientsOfOneSubscriberStandTogether() {
        ObjectNode child = claim("A", "1", "c");
        child.putObject("dependent").put("firstName", "MILO");
        assertThat(numbers(10, claim("A", "1", "a"), claim("A", "2", "b"), child, claim("A", "1", "d")))
                .containsExactly(List.of("a", "d", "c", "b"));
    }

    @Test
    void splitsByMaximumAndLosesNone() {
        assertThat(numbers(2, claim("A", "1", "a"), claim("A", "1", "b"), claim("A", "1", "c")))
                .containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(numbers(2)).isEmpty();
    }
}
