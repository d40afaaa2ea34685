package org.claimgate.guide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value that knows its line; scalars keep the text they were written with. */
final class Node {

    private final Path file;
    private final int line;
    private final String text;
    private final Map<String, Node> entries;
    private final List<Node> items;

    private Node(Path file, int line, String text, Map<String, Node> entries, List<Node> items) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.entries = entries;
        this.items = items;
    }

    static Node parse(Path file) {
        try (var reader = Files.newBufferedReader(file);
                JsonParser parser = new YAMLFactory().createParser(reader)) {
            parser.nextToken();
            return read(file, parser);
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            throw new MappingException(file, line, "is not YAML: " + notYaml.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Node read(Path file, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Node(file, line, null, readEntries(file, parser), null);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(file, parser));
            }
            return new Node(file, line, null, null, items);
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return new Node(file, line, "~", null, null);
        }
        return new Node(file, line, parser.getText(), null, null);
    }

    private static Map<String, Node> readEntries(Path file, JsonParser parser) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            Node value = read(file, parser);
            Node placed = new Node(file, line, value.text, value.entries, value.items);
            if (entries.put(key, placed) != null) {
                throw new MappingException(file, line, "'" + key + "' stands twice");
            }
        }
        return entries;
    }

    boolean isText() {
        return text != null;
    }

    String text() {
        if (text == null) {
            throw mistake("expected a single value");
        }
        return text;
    }

    Map<String, Node> entries() {
        if (entries == null) {
            throw mistake("expected a block of 'key: value'");
        }
        return entries;
    }

    List<Node> items() {
        if (items == null) {
            throw mistake("expected a list [a, b]");
        }
        return items;
    }

    Node required(String key) {
        Node value = entries().get(key);
        if (value == null) {
            throw mistake("'" + key + "' is missing");
        }
        return value;
    }

    MappingException mistake(String message) {
        return new MappingException(file, line, message);
    }
}
