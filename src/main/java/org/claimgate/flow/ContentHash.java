package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.Hashes;

/** Tells whether two claims have the same content: white space and the order of fields do not count. */
final class ContentHash {

    private static final JsonMapper JSON = new JsonMapper();

    private ContentHash() {}

    static String of(JsonNode json) {
        ByteArrayOutputStream sorted = new ByteArrayOutputStream();
        try (JsonGenerator to = JSON.createGenerator(sorted)) {
            write(json, to);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return of(sorted.toByteArray());
    }

    /** Fields in the order of their names, numbers with the digits that they were written with. */
    private static void write(JsonNode json, JsonGenerator to) throws IOException {
        if (json.isObject()) {
            to.writeStartObject();
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(json.properties());
            fields.sort(Map.Entry.comparingByKey());
            for (Map.Entry<String, JsonNode> field : fields) {
                to.writeFieldName(field.getKey());
                write(field.getValue(), to);
            }
            to.writeEndObject();
        } else if (json.isArray()) {
            to.writeStartArray();
            for (JsonNode item : json) {
                write(item, to);
            }
            to.writeEndArray();
        } else if (json.isTextual()) {
            to.writeString(json.textValue());
        } else if (json.isFloatingPointNumber()) {
            to.writeNumber(json.decimalValue());
        } else {
            to.writeTree(json);
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
