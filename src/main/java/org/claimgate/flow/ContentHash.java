package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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

    /** Of what is a claim of ours only by a mapping, and of what was made of it. */
    static String ofMapped(JsonNode... parts) {
        MessageDigest digest = Hashes.sha256();
        for (JsonNode part : parts) {
            digest.update(("mapped:" + of(part)).getBytes(StandardCharsets.US_ASCII));
        }
        return Hashes.hexadecimal(digest);
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
