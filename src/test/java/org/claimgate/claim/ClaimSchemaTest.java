package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
            .collect(Collectors.toMap(
                    Function.identity(),
                    vocabulary -> ClaimSchema.of(GUIDES, vocabulary).orElseThrow()));

    private static final Map<String, JsonSchema> SCHEMAS = DEFINITIONS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Schemas.compile(entry.getValue())));

    private final Claims claims = new Claims(GUIDES, CLOCK);

    @Test
    void every_sample_that_is_accepted_is_valid() {
        List<Claims.Checked> accepted = accepted();
        assertThat(accepted).hasSizeGreaterThan(15);
        assertThat(accepted)
                .allSatisfy(checked -> assertThat(SCHEMAS.get(checked.vocabulary()).validate(checked.document()))
                        .isEmpty());
    }

    @Test
    void a_claim_without_a_required_field_is_neither_valid_nor_accepted() {
        Set<String> tried = new TreeSet<>();
        for (Claims.Checked checked : accepted()) {
            JsonNode definition = DEFINITIONS.get(checked.vocabulary());
            for (Required required : required(definition, "", "")) {
                for (String pointer : pointers(checked.document(), required.object)) {
                    ObjectNode claim = checked.document().deepCopy();
                    ObjectNode object = (ObjectNode) claim.at(pointer);
                    object.remove(required.name);
                    if (!object.isEmpty()) {
                        String field = pointer + "/" + required.name;
                        assertThat(SCHEMAS.get(checked.vocabulary()).validate(claim))
                                .as(field)
                                .isNotEmpty();
                        assertThat(claims.check(claim).issues())
                                .as(field)
                                .anyMatch(issue -> issue.isError() && issue.pointer().startsWith(field));
                        tried.add(checked.vocabulary() + required.object + "/" + required.name);
                    }
                }
            }
        }
        DEFINITIONS.forEach((vocabulary, definition) -> required(definition, "", "").forEach(required -> {
            String f = vocabulary + required.object + "/" + required.name;
            System.out.println((tried.contains(f) ? "TRIED " : "UNTRIED ") + f);
        }));
    }

    private record Required(String object, String name) {}

    private static List<Required> required(JsonNode schema, String pattern, String none) {
        List<Required> all = new ArrayList<>();
        schema.path("required").forEach(name -> all.add(new Required(pattern, name.asText())));
        schema.path("properties")
                .properties()
                .forEach(property -> all.addAll(
                        property.getValue().has("items")
                                ? required(property.getValue().get("items"), pattern + "/" + property.getKey() + "/*", none)
                                : required(property.getValue(), pattern + "/" + property.getKey(), none)));
        return all;
    }

    private static List<String> pointers(JsonNode document, String pattern) {
        List<String> pointers = List.of("");
        for (String token : pattern.isEmpty() ? new String[0] : pattern.substring(1).split("/")) {
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
