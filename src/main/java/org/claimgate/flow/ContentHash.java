package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.Hashes;

/** Tells whether two claims have the same content: white space and the order of fields do not count. */
final class ContentHash {

    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ContentHash() {}

    static String of(JsonNode json) {
        try {
            return of(SORTED.writeValueAsBytes(SORTED.treeToValue(json, Object.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON cannot be written as JSON", e);
        }
    }

    /** Of what is a claim of ours only by a mapping. */
    static String ofMapped(JsonNode handedIn) {
        return of(("mapped:" + of(handedIn)).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Of content that is refused, and of why: when an edit, a mapping or a partner's profile is another, or the day, the same is judged
     * again.
     *
     * @param content hash of what was handed in
     */
    static String ofRefused(String content, List<Issue> issues) {
        StringBuilder why = new StringBuilder(content);
        issues.stream()
                .filter(Issue::isError)
                .forEach(issue ->
                        why.append('\n').append(issue.code()).append(' ').append(issue.pointer()));
        return of(why.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of what is no claim, the n-th of a body, and of why: when a mapping has been repaired, it is judged again. */
    static String of(String body, int ordinal, Issue issue) {
        String what = body + ":" + ordinal + ":" + issue.code() + ":" + issue.message();
        return of(what.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] bytes) {
        return Hashes.sha256(bytes);
    }
}
