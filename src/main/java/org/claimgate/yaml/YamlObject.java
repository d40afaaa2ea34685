package org.claimgate.yaml;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file, read strictly: every mistake knows its line, and keys that nobody asked for are refused. */
public final class YamlObject {

    /** What is thrown for a mistake at a line of a file. */
    public interface Mistakes {

        RuntimeException at(Path file, int line, String message);
    }

    private final Path file;
    private final int line;
    private final Function<String, String> placeholders;
    private final Mistakes mistakes;
    private final Map<String, Node> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    private YamlObject(Path file, MappingNode node, Function<String, String> placeholders, Mistakes mistakes) {
        this.file = file;
        this.line = lineOf(node);
        this.placeholders = placeholders;
        this.mistakes = mistakes;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw mistakes.at(file, lineOf(tuple.getKeyNode()), "a key is a single word");
            }
            String key = scalar.getValue();
            if (waiting.put(key, tuple.getValueNode()) != null) {
                throw mistakes.at(file, lineOf(tuple.getKeyNode()), "'" + key + "' stands here twice");
            }
            keyLines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /**
     * @param placeholders fills in what a value holds of them; refuses with an {@link IllegalArgumentException}
     */
    public static YamlObject read(Path file, Function<String, String> placeholders, Mistakes mistakes)
            throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root instanceof MappingNode mapping) {
                return new YamlObject(file, mapping, placeholders, mistakes);
            }
            throw mistakes.at(file, 1, "expected 'key: value' lines");
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw mistakes.at(file, at, "not YAML: " + e.getProblem());
        }
    }

    /** The text of a key that must be there and not be empty. */
    public String text(String key) {
        String value = text(key, null);
        if (value == null || value.isEmpty()) {
            throw mistake(key, "'" + key + "' is missing");
        }
        return value;
    }

    /** The text of a key, placeholders filled in. */
    public String text(String key, String absent) {
        Node node = waiting.remove(key);
        return node == null ? absent : scalar(key, node);
    }

    /** The text of a key that is one of a few words. */
    public String oneOf(String key, String absent, Set<String> allowed) {
        String value = absent == null ? text(key) : text(key, absent);
        if (!allowed.contains(value)) {
            throw mistake(
                    key,
                    "'" + key + "' is one of "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
        return value;
    }

    public int number(String key, int absent, int minimum, int maximum) {
        String value = text(key, null);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw mistake(key, "'" + key + "' is not a whole number");
        }
        throw mistake(key, "'" + key + "' is not from " + minimum + " to " + maximum);
    }

    public YamlObject object(String key) {
        Node node = waiting.remove(key);
        if (node == null) {
            throw mistake(key, "'" + key + "' is missing");
        }
        if (node instanceof MappingNode mapping) {
            return new YamlObject(file, mapping, placeholders, mistakes);
        }
        throw mistake(key, "'" + key + "' is an object: {key: value, …}");
    }

    /** Like {@link #object}, null when the key is absent. */
    public YamlObject objectIfPresent(String key) {
        return waiting.containsKey(key) ? object(key) : null;
    }

    /** The items of a list of objects. */
    public List<YamlObject> objects(String key, List<YamlObject> absent) {
        Node node = waiting.remove(key);
        if (node == null) {
            return absent;
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake(key, "'" + key + "' is a list: [{key: value, …}, …]");
        }
        List<YamlObject> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof MappingNode mapping)) {
                throw mistake(key, "'" + key + "' is a list of objects: [{key: value, …}, …]");
            }
            items.add(new YamlObject(file, mapping, placeholders, mistakes));
        }
        return items;
    }

    public List<String> texts(String key) {
        Node node = waiting.remove(key);
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake(key, "'" + key + "' is a list: [value, …]");
        }
        List<String> values = new ArrayList<>();
        sequence.getValue().forEach(item -> values.add(scalar(key, item)));
        return values;
    }

    /** Like {@link #texts(String)}, for a key that may be absent. */
    public List<String> texts(String key, List<String> absent) {
        return waiting.containsKey(key) ? texts(key) : absent;
    }

    /** The keys that nobody has asked for yet, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(waiting.keySet());
    }

    public boolean isText(String key) {
        return waiting.get(key) instanceof ScalarNode;
    }

    /** Refuses what nobody asked for. */
    public void finish() {
        for (String key : waiting.keySet()) {
            throw mistake(key, "unknown key '" + key + "'");
        }
    }

    /** A mistake at a key's line, or at the object's own where the key is absent. */
    public RuntimeException mistake(String key, String message) {
        return mistakes.at(file, keyLines.getOrDefault(key, line), message);
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw mistake(key, "'" + key + "' is a single value");
        }
        try {
            return placeholders.apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            throw mistakes.at(file, lineOf(node), e.getMessage());
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
