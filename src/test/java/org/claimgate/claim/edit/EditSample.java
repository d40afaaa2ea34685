package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file of edi-samples/edits: what is changed in a claim so that it trips an edit, what it is told, and what mends it.
 *
 * @param rule name of the class of the edit: {@code npi-has-check-digit.yaml} is NpiHasCheckDigit
 * @param rejection the frequent rejection that the edit spares, in words; empty for none
 * @param passes claims that look mistaken and are right
 */
record EditSample(String rule, String rejection, List<Case> cases, List<Pass> passes) {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One claim that trips the edit.
     *
     * @param claim folder of the claim that is right
     * @param mistake a JSON merge patch; an object that falls on an array patches its items by their numbers
     * @param issues {@code {code, pointer, message}} of all that is told
     * @param mended a patch of the claim with the mistake; null for the claim as it was
     */
    record Case(String claim, JsonNode mistake, JsonNode issues, JsonNode mended) {

        ObjectNode right() {
            return read(claim);
        }

        ObjectNode wrong() {
            return (ObjectNode) patched(right(), mistake);
        }

        ObjectNode corrected() {
            return mended == null ? right() : (ObjectNode) patched(wrong(), mended);
        }
    }

    /**
     * A claim that looks mistaken and that nothing is said of.
     *
     * @param why it is right
     * @param claim folder of the claim that is changed
     * @param change a patch as {@link Case#mistake} is
     */
    record Pass(String why, String claim, JsonNode change) {

        ObjectNode changed() {
            return (ObjectNode) patched(read(claim), change);
        }
    }

    static List<EditSample> all() {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("edits"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(EditSample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EditSample of(Path file) {
        JsonNode yaml = yaml(file);
        List<Case> cases = new ArrayList<>();
        for (JsonNode item : yaml.path("cases")) {
            cases.add(new Case(
                    item.path("claim").asText(), item.path("mistake"), item.path("issues"), item.get("mended")));
        }
        List<Pass> passes = new ArrayList<>();
        for (JsonNode item : yaml.path("passes")) {
            passes.add(new Pass(item.path("why").asText(), item.path("claim").asText(), item.path("change")));
        }
        return new EditSample(ruleOf(file), yaml.path("rejection").asText(), cases, passes);
    }

    private static String ruleOf(Path file) {
        StringBuilder rule = new StringBuilder();
        for (String word : file.getFileName().toString().replace(".yaml", "").split("-")) {
            rule.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return rule.toString();
    }

    private static ObjectNode read(String claim) {
        try {
            return (ObjectNode)
                    MAPPER.readTree(SAMPLES.resolve(claim).resolve("claim.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 7396, but for arrays that an object falls on. */
    private static JsonNode patched(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        if (target instanceof ArrayNode array && !changes.isEmpty()) {
            changes.properties().forEach(change -> {
                int index = Integer.parseInt(change.getKey());
                if (index < array.size()) {
                    array.set(index, patched(array.get(index), change.getValue()));
                } else {
                    array.add(patched(null, change.getValue()));
                }
            });
            return array;
        }
        ObjectNode object = target instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                object.remove(change.getKey());
            } else {
                object.set(change.getKey(), patched(object.get(change.getKey()), change.getValue()));
            }
        });
        return object;
    }

    private static JsonNode yaml(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return json(file, new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file, Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), json(file, item)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> array.add(json(file, item)));
            return array;
        }
        if (value == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value instanceof String text) {
            return JsonNodeFactory.instance.textNode(text);
        }
        throw new IllegalArgumentException(file + ": expected text, put " + value + " in quotes");
    }
}
