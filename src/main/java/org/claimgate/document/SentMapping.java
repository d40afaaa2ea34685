package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimgate.flow.SentDocument;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;

/** A folder of mappings/documents/ whose documents are sent, compiled: from messages to records, and these as its schema says. */
public final class SentMapping implements SentDocument, TestedMapping {

    private final SentDescription description;
    private final Transformation transformation;
    private final SmooksTreeWriter writer;

    private SentMapping(SentDescription description, Transformation transformation, SmooksTreeWriter writer) {
        this.description = description;
        this.transformation = transformation;
        this.writer = writer;
    }

    /**
     * Compiles a mapping: its schema takes seconds.
     *
     * @throws MappingException for a mistake in one of its files, with file and line
     */
    public static SentMapping compile(SentDescription description) {
        return new SentMapping(
                description,
                Transformation.compileKeepingAll(description.transformation()),
                SmooksTreeWriter.compile(description));
    }

    @Override
    public SentDescription description() {
        return description;
    }

    @Override
    public String extension() {
        return description.extension();
    }

    @Override
    public byte[] write(List<JsonNode> messages) {
        List<ObjectNode> records = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            try {
                addRecords(messages.get(i), records);
            } catch (Refusal refusal) {
                throw refusal.of(i + 1);
            }
        }
        return writer.write(records);
    }

    private void addRecords(JsonNode message, List<ObjectNode> records) {
        JsonNode made = transformation.apply(message, Map.of());
        for (JsonNode record : made.isArray() ? made : List.of(made)) {
            if (record instanceof ObjectNode object) {
                records.add(object);
            } else if (!record.isNull()) {
                throw Refusal.mapping("the mapping gives no JSON object");
            }
        }
    }

    /** Messages as JSON: one, an array of them, or one on each line. */
    @Override
    public Trial trial(InputStream in, Guides guides, Clock clock) throws IOException {
        try {
            List<JsonNode> messages = new ArrayList<>();
            JsonNode read = read(in);
            (read.isArray() ? read : List.of(read)).forEach(messages::add);
            return new Trial(TextNode.valueOf(new String(write(messages), StandardCharsets.UTF_8)), List.of());
        } catch (Refusal refusal) {
            return new Trial(MissingNode.getInstance(), List.of(refusal.issue()));
        }
    }

    @Override
    public boolean isOfClaims() {
        return false;
    }

    @Override
    public Trial treeOf(InputStream in) throws IOException {
        try {
            return new Trial(read(in), List.of());
        } catch (Refusal refusal) {
            return new Trial(MissingNode.getInstance(), List.of(refusal.issue()));
        }
    }

    private static JsonNode read(InputStream in) throws IOException {
        Content content = Content.read(in, StandardCharsets.UTF_8, Limits.USUAL);
        return new JsonTreeReader(Limits.USUAL).read(content, new Watch(Limits.USUAL));
    }

    @Override
    public String resultFile() {
        return "expected." + extension();
    }
}
