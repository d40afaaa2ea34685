package org.claimgate.claim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * Finds the claims in a body: one JSON object, an array of objects, or JSON lines. Strict: a duplicate key, a depth or
 * a length beyond the limits, or anything behind the end is refused. Bad JSON is an issue {@code JSON:syntax} with line
 * and column (of bytes that are not UTF-8, the place in bytes), never an exception; in JSON lines it costs its line alone, elsewhere the rest of the body.
 */
public final class ClaimReader {

    private static final int DEPTH = 40;
    private static final int TEXT_CHARACTERS = 10_000;
    private static final int LINE_BYTES = 4 * 1024 * 1024;
    private static final String BODY = "a claim as a JSON object, an array of them, or one on each line";
    private static final String X12_BEGINNING = "ISA";

    /** Numbers keep their digits: a mapping may make amounts of them. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT_CHARACTERS)
                            .maxNameLength(200)
                            .maxNumberLength(50)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /**
     * One thing found in the body.
     *
     * @param ordinal from 1
     * @param json the object as sent; null when {@code issue} says why there is none
     * @param issue null when there is an object
     */
    public record Item(int ordinal, ObjectNode json, Issue issue) {}

    /** Takes lines of a body that are read in another way. */
    public interface Lines {

        /** Takes none. */
        Lines NONE = (ordinal, bytes, from, to) -> false;

        /**
         * @param ordinal of the document in the body, from 1
         * @return whether the line is done with; otherwise it becomes an item
         */
        boolean take(int ordinal, byte[] bytes, int from, int to) throws IOException;
    }

    private final Lines lines;
    private final Consumer<Item> items;
    private int ordinal;

    private ClaimReader(Lines lines, Consumer<Item> items) {
        this.lines = lines;
        this.items = items;
    }

    /** All items of a body, in order; an empty body or array gives one issue. */
    public static List<Item> read(byte[] body) {
        List<Item> found = new ArrayList<>();
        try {
            new ClaimReader(Lines.NONE, found::add).readBody(new LineReader(body, LINE_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return found;
    }

    /** The same for a stream; holds one claim at a time. */
    public static void read(InputStream in, Consumer<Item> items) throws IOException {
        read(in, Lines.NONE, items);
    }

    /** The same; of a body of JSON lines, each line behind the first is offered before it is read. */
    public static void read(InputStream in, Lines lines, Consumer<Item> items) throws IOException {
        new ClaimReader(lines, items).readBody(new LineReader(in, LINE_BYTES));
    }

    private void readBody(LineReader body) throws IOException {
        int first = body.first();
        boolean line = body.next();
        if (first == '[') {
            readValues(body.rest(), 0, true);
        } else if (!line) {
            refuse(BODY + "; the body is empty", 1, 1);
        } else if (isX12(body)) {
            refuse("JSON: this is X12 already", 1, 1);
        } else if (!body.isTooLong() && !body.isLast() && isObject(body.line())) {
            readLines(body);
        } else {
            readValues(body.rest(), 0, false);
        }
    }

    private static boolean isX12(LineReader body) {
        int length = Math.min(X12_BEGINNING.length(), body.to() - body.from());
        return new String(body.bytes(), body.from(), length, StandardCharsets.ISO_8859_1).equals(X12_BEGINNING);
    }

    private static boolean isObject(InputStream line) {
        try {
            return MAPPER.readTree(line) instanceof ObjectNode;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBlank(LineReader line) {
        for (int i = line.from(); i < line.to(); i++) {
            if (line.bytes()[i] < 0 || line.bytes()[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** @param body at its first line */
    private void readLines(LineReader body) throws IOException {
        int number = 1;
        do {
            if (body.isTooLong()) {
                refuse("a claim of at most " + LINE_BYTES + " bytes on each line", number, 1);
            } else if (number > 1 && lines.take(ordinal + 1, body.bytes(), body.from(), body.to())) {
                ordinal++;
            } else if (!isBlank(body)) {
                readValues(body.line(), number - 1, false);
            }
            number++;
        } while (body.next());
    }

    /** Reads the objects that follow one another, or those of one array. */
    private void readValues(InputStream in, int linesBefore, boolean array) throws IOException {
        Utf8Input text = new Utf8Input(in);
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (array) {
                parser.nextToken();
            }
            while (parser.nextToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                accept(parser, linesBefore, array);
            }
            if (array && ordinal == 0) {
                refuse(BODY + "; the array is empty", 1, 1);
            }
            if (array && parser.nextToken() != null) {
                refuse("nothing behind the end of the array", parser.currentLocation(), linesBefore);
            }
        } catch (StreamConstraintsException e) {
            refuse(
                    "JSON within the limits of depth " + DEPTH + " and " + TEXT_CHARACTERS + " characters in a text",
                    e.getLocation(),
                    linesBefore);
        } catch (JsonProcessingException e) {
            refuse(expected(e), e.getLocation(), linesBefore);
        } catch (CharConversionException e) {
            refuse("well-formed JSON in UTF-8", linesBefore + text.line(), text.column());
        }
    }

    private void accept(JsonParser parser, int linesBefore, boolean array) throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        JsonNode value = parser.readValueAsTree();
        if (value instanceof ObjectNode object) {
            items.accept(new Item(++ordinal, object, null));
        } else {
            refuse(array ? "a claim as a JSON object" : BODY, start, linesBefore);
        }
    }

    /** What was expected; the parser's own words may quote the body. */
    private static String expected(JsonProcessingException e) {
        String words = String.valueOf(e.getOriginalMessage());
        if (words.startsWith("Duplicate field")) {
            return "each field once in its object";
        }
        return words.startsWith("Unexpected end-of-input") ? "the rest of the JSON: it breaks off" : "well-formed JSON";
    }

    private void refuse(String expected, JsonLocation location, int linesBefore) {
        if (location == null) {
            refuse(expected, linesBefore + 1, 1);
        } else {
            refuse(expected, linesBefore + location.getLineNr(), location.getColumnNr());
        }
    }

    private void refuse(String expected, int line, int column) {
        String message = "expected " + expected + " (line " + line + ", column " + column + ")";
        items.accept(new Item(++ordinal, null, Issue.error("JSON:syntax", message, Place.NOWHERE, "", null)));
    }
}
