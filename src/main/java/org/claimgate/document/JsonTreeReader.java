package org.claimgate.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tree of a JSON document is what it says; of JSON lines, the array of them. Amounts keep their digits. */
final class JsonTreeReader implements TreeReader {

    private final ObjectReader reader;

    JsonTreeReader(Limits limits) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxTokenCount(limits.values())
                        .maxStringLength(limits.bytes())
                        .build())
                .build();
        reader = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build()
                .readerFor(JsonNode.class);
    }

    @Override
    public JsonNode read(Content content, Watch watch) {
        try (JsonParser parser = reader.createParser(watch.over(content))) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(JsonParser parser) throws IOException {
        try {
            ArrayNode tree = JsonNodeFactory.instance.arrayNode();
            MappingIterator<JsonNode> values = reader.readValues(parser);
            while (values.hasNextValue()) {
                tree.add(values.nextValue());
            }
            return tree.size() == 1 ? tree.get(0) : tree;
        } catch (StreamConstraintsException e) {
            throw Refusal.limit("JSON within the limits of depth, values and length", place(parser.currentLocation()));
        } catch (JacksonException e) {
            throw Refusal.syntax("well-formed JSON, each field once in its object", place(e.getLocation()));
        }
    }

    private static String place(JsonLocation at) {
        return Content.place(at.getLineNr(), at.getColumnNr());
    }
}
