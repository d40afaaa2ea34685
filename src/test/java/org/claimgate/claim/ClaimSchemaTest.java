package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.claim.edit.Kind;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;

/** The schemas of claims are right about the samples: what they require is missed by us as well. */
class ClaimSchemaTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, ObjectNode> DEFINITIONS = Stream.of(Kind.values())
            .map(Kind::vocabulary)
            .collect(Collectors.toMap(Function.identity(), vocabulary -> ClaimSchema.of(GUIDES, vocabulary)
                    .orElseThrow()));

    private static final Map<String, JsonSchema> SCHEMAS = DEFINITIONS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Schemas.compile(entry.getValue())));

    private final Claims claims = new Claims(GUIDES, CLOCK);

    @Test
    void every_sample_that_is_accepted_is_valid() {
        List<Claims.Checked> accepted = accepted();
        assertThat(accepted).hasSizeGreaterThan(15);
        assertThat(accepted).allSatisfy(checked -> assertThat(
                        SCHEMAS.get(checked.vocabulary()).validate(checked.document()))
                .isEmpty());
        assertThat(accepted).as("in the place of an earlier one").allSatisfy(checked -> assertThat(
                        SCHEMAS.get(checked.vocabulary())
                                .validate(checked.document().deepCopy().put(Replacing.FIELD, "PCN1")))
                .isEmpty());
    }

    /** Each field once, in the first sample that leaves something beside it. */
    @Test
    void a_sample_without_a_required_field_is_neither_valid_nor_accepted() {
        List<Claims.Checked> samples = accepted();
        int tried = 0;
        for (String vocabulary : SCHEMAS.keySet()) {
            for (Required required : required(vocabulary)) {
                Optional<Without> without = samples.stream()
                        .filter(sample -> sample.vocabulary().equals(vocabulary))
                        .flatMap(sample -> without(sample.document(), required))
                        .findFirst();
                without.ifPresent(one -> assertMissed(one.claim, vocabulary, List.of(one.field)));
                tried += without.isPresent() ? 1 : 0;
            }
        }
        assertThat(tried).isGreaterThan(150);
    }

    /** @param claim a sample that has lost one field */
    private record Without(ObjectNode claim, String field) {}

    private static Stream<Without> without(ObjectNode document, Required required) {
        return pointers(document, required.object).stream()
                .filter(pointer ->
                        document.at(pointer).size() > 1 && document.at(pointer).has(required.name))
                .map(pointer -> {
                    ObjectNode claim = document.deepCopy();
                    ((ObjectNode) claim.at(pointer)).remove(required.name);
                    return new Without(claim, pointer + "/" + required.name);
                });
    }

    /** The schema says that an object with any one field needs the required ones; so do we. */
    @Test
    void whatever_one_field_an_object_has_its_required_ones_are_missed() {
        int tried = 0;
        for (String vocabulary : SCHEMAS.keySet()) {
            ObjectNode sample = smallest(vocabulary);
            Map<String, List<Required>> byObject = required(vocabulary).stream()
                    .filter(required -> !required.object.isEmpty())
                    .collect(Collectors.groupingBy(Required::object));
            for (Map.Entry<String, List<Required>> object : byObject.entrySet()) {
                for (String field : oneOfEachPart(vocabulary, object.getKey())) {
                    List<String> missing = object.getValue().stream()
                            .map(required -> required.object + "/" + required.name)
                            .filter(required -> !isAt(field, required))
                            .map(required -> required.replace("/*", "/0"))
                            .toList();
                    if (!missing.isEmpty()) {
                        ObjectNode claim = sample.deepCopy();
                        empty(claim, object.getKey());
                        put(claim, field);
                        assertMissed(claim, vocabulary, missing);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    /** The first text of each field of an object. */
    private static Collection<String> oneOfEachPart(String vocabulary, String object) {
        return fields(vocabulary).stream()
                .filter(field -> field.startsWith(object + "/"))
                .collect(Collectors.toMap(
                        field -> field.substring(object.length() + 1).replaceFirst("/.*", ""),
                        Function.identity(),
                        (first, other) -> first))
                .values();
    }

    private ObjectNode smallest(String vocabulary) {
        return accepted().stream()
                .filter(checked -> checked.vocabulary().equals(vocabulary))
                .map(Claims.Checked::document)
                .min(Comparator.comparing(document -> document.toString().length()))
                .orElseThrow();
    }

    private void assertMissed(ObjectNode claim, String vocabulary, List<String> fields) {
        Set<String> bySchema = SCHEMAS.get(vocabulary).validate(claim).stream()
                .filter(message -> message.getType().equals("required"))
                .map(message -> message.getInstanceLocation() + "/" + message.getProperty())
                .collect(Collectors.toSet());
        List<Issue> byUs = claims.check(claim).issues();
        for (String field : fields) {
            assertThat(bySchema).as(field).anyMatch(missing -> isAt(field, missing));
            assertThat(byUs).as(field).anyMatch(issue -> issue.isError() && says(issue, field));
        }
    }

    /** A loop that is missing is said of the object that would hold it, a range of which both ends are missing of the first. */
    private static boolean says(Issue issue, String field) {
        String pointer = issue.pointer();
        return isAt(pointer, field)
                || (issue.code().equals("IK304:I7") && isAt(field, pointer))
                || pointer.replaceFirst("(Begin|Start)Date$", "EndDate").equals(field);
    }

    private static boolean isAt(String pointer, String field) {
        return pointer.equals(field) || pointer.startsWith(field + "/");
    }

    /** @param object pattern of the object that must have a field */
    private record Required(String object, String name) {}

    private static List<Required> required(String vocabulary) {
        List<Required> all = new ArrayList<>();
        visit(DEFINITIONS.get(vocabulary), "", (pattern, schema) -> schema.path("required")
                .forEach(name -> all.add(new Required(pattern, name.asText()))));
        return all;
    }

    /** The patterns of all texts. */
    private static List<String> fields(String vocabulary) {
        List<String> all = new ArrayList<>();
        visit(DEFINITIONS.get(vocabulary), "", (pattern, schema) -> {
            if (schema.path("type").asText().equals("string")) {
                all.add(pattern);
            }
        });
        return all;
    }

    private static void visit(JsonNode schema, String pattern, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pattern, schema);
        if (schema.has("items")) {
            visit(schema.get("items"), pattern + "/*", visitor);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> visit(property.getValue(), pattern + "/" + property.getKey(), visitor));
    }

    /** Takes out what stands at a pattern, of an array all items. */
    private static void empty(ObjectNode claim, String pattern) {
        String place = pattern.replaceFirst("/\\*$", "").replace("/*", "/0");
        if (claim.at(Pointers.parent(place)) instanceof ObjectNode around) {
            around.remove(Pointers.name(place));
        }
    }

    /** Puts a text at a pattern, with whatever has to be around it. */
    private static void put(ObjectNode claim, String pattern) {
        JsonPointer place = JsonPointer.compile(pattern.replace("/*", "/0"));
        if (pattern.endsWith("/*")) {
            claim.withArray(place.head(), JsonNode.OverwriteMode.NULLS, true).add("1");
        } else {
            claim.withObject(place.head(), JsonNode.OverwriteMode.NULLS, true).put(Pointers.name(pattern), "1");
        }
    }

    private static List<String> pointers(JsonNode document, String pattern) {
        List<String> pointers = List.of("");
        for (String token :
                pattern.isEmpty() ? new String[0] : pattern.substring(1).split("/")) {
            List<String> deeper = new ArrayList<>();
            for (String pointer : pointers) {
                JsonNode node = document.at(pointer);
                if (token.equals("*")) {
                    for (int i = 0; i < node.size(); i++) {
                        deeper.add(pointer + "/" + i);
                    }
                } else if (node.has(token)) {
                    deeper.add(pointer + "/" + token);
                }
            }
            pointers = deeper;
        }
        return pointers;
    }

    private List<Claims.Checked> accepted() {
        return Stream.of("837P", "837I")
                .flatMap(set -> samples(Path.of("edi-samples", set)))
                .map(claims::check)
                .filter(Claims.Checked::accepted)
                .toList();
    }

    private static Stream<ObjectNode> samples(Path folder) {
        try (Stream<Path> cases = Files.list(folder)) {
            List<ObjectNode> samples = new ArrayList<>();
            for (Path file : cases.map(sample -> sample.resolve("claim.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                samples.add((ObjectNode) new ObjectMapper().readTree(file.toFile()));
            }
            return samples.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
