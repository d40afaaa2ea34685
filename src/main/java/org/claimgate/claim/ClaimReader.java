package org.claimgate.claim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
 * and column, never an exception; in JSON lines it costs its line alone, elsewhere the rest of the body.
 */
public final class ClaimReader {

    private static final int DEPTH = 40;
    private static final int TEXT_CHARACTERS = 10_000;
    private static final int LINE_BYTES = 4 * 1024 * 1024;
    private static final String BODY = "a claim as a JSON object, an array of them, or one on each line";
    private static final int BYTE_ORDER_MARK = 0xEF;
    private static final String X12_BEGINNING = "ISA";

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT_CHARACTERS)
                    .maxNameLength(200)
                    .maxNumberLength(50)
                    .build())
            .build());

    /**
     * One thing found in the body.
     *
     * @param ordinal from 1
     * @param json the object as sent; null when {@code issue} says why there is none
     * @param issue null when there is an object
     */
    public record Item(int ordinal, ObjectNode json, Issue issue) {}

    private final Consumer<Item> items;
    private final byte[] chunk = new byte[8192];
    private int ordinal;

    private ClaimReader(Consumer<Item> items) {
        this.items = items;
    }

    /** All items of a body, in order; an empty body or array gives one issue. */
    public static List<Item> read(byte[] body) {
        List<Item> found = new ArrayList<>();
        try {
            read(new ByteArrayInputStream(body), found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return found;
    }

    /** The same for a stream; holds one claim at a time. */
    public static void read(InputStream in, Consumer<Item> items) throws IOException {
        new ClaimReader(items).readBody(new BufferedInputStream(in));
    }

    private void readBody(BufferedInputStream in) throws IOException {
        int first = skipToContent(in);
        if (first == '[') {
            readValues(in, 0, true);
            return;
        }
        byte[] line = readLine(in);
        if (line == null) {
            refuse(BODY + "; the body is empty", 1, 1);
        } else if (new String(line, StandardCharsets.ISO_8859_1).startsWith(X12_BEGINNING)) {
            refuse("JSON: this is X12 already", 1, 1);
        } else if (line.length <= LINE_BYTES && isObject(line)) {
            readLines(in, line);
        } else {
            readValues(new SequenceInputStream(new ByteArrayInputStream(line), in), 0, false);
        }
    }

    private static int skipToContent(BufferedInputStream in) throws IOException {
        int next;
        do {
            in.mark(1);
            next = in.read();
            if (next == BYTE_ORDER_MARK) {
                in.skipNBytes(2);
                next = ' ';
            }
        } while (next == ' ' || next == '\t' || next == '\r' || next == '\n');
        in.reset();
        return next;
    }

    /** The next line with its line break, broken off where it is longer than a line may be; null at the end. */
    private byte[] readLine(BufferedInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() <= LINE_BYTES) {
            in.mark(chunk.length);
            int read = in.read(chunk);
            if (read < 0) {
                break;
            }
            int end = lineEnd(read);
            line.write(chunk, 0, end);
            if (chunk[end - 1] == '\n') {
                in.reset();
                in.skipNBytes(end);
                break;
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** How much of the chunk belongs to the line. */
    private int lineEnd(int read) {
        for (int i = 0; i < read; i++) {
            if (chunk[i] == '\n') {
                return i + 1;
            }
        }
        return read;
    }

    private static boolean isObject(byte[] line) {
        try {
            return MAPPER.readTree(line) instanceof ObjectNode;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    private void readLines(BufferedInputStream in, byte[] first) throws IOException {
        int number = 1;
        for (byte[] line = first; line != null; line = readLine(in), number++) {
            if (line.length > LINE_BYTES) {
                refuse("a claim of at most " + LINE_BYTES + " bytes on each line", number, 1);
                return;
            }
            if (!isBlank(line)) {
                readValues(new ByteArrayInputStream(line), number - 1, false);
            }
        }
    }

    /** Reads the objects that follow one another, or those of one array. */
    private void readValues(InputStream in, int linesBefore, boolean array) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
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
            refuse("well-formed JSON in UTF-8", linesBefore + 1, 1);
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
