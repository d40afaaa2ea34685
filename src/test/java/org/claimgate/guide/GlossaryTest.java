package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names and code lists that come with Claimgate are whole. */
class GlossaryTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Glossary GLOSSARY = Glossary.load(MAPPINGS);
    private static final Dictionary DICTIONARY = Dictionary.load(MAPPINGS.resolve("x12/segments.yaml"));

    @Test
    void every_segment_and_every_element_has_a_name() {
        List<String> nameless = new ArrayList<>();
        segments().forEach((id, node) -> {
            if (GLOSSARY.segment(id).isEmpty()) {
                nameless.add(id);
            }
            int elements = DICTIONARY.segment(id).elements().size();
            for (int element = 1; element <= elements; element++) {
                int components = DICTIONARY
                        .segment(id)
                        .elements()
                        .get(element - 1)
                        .components()
                        .size();
                for (int component = Math.min(1, components); component <= components; component++) {
                    Glossary.Word word = GLOSSARY.word(id, element, component);
                    if (word.name().isEmpty()) {
                        nameless.add(word.place() + " (data element " + word.dataElement() + ")");
                    }
                }
            }
        });
        assertThat(nameless).isEmpty();
    }

    @Test
    void every_name_belongs_to_something_in_the_dictionary() {
        Map<String, Node> places =
                Node.parse(MAPPINGS.resolve("names.yaml")).required("places").entries();
        List<String> known = new ArrayList<>();
        segments().keySet().forEach(id -> {
            for (int element = 1; element <= DICTIONARY.segment(id).elements().size(); element++) {
                int components = DICTIONARY
                        .segment(id)
                        .elements()
                        .get(element - 1)
                        .components()
                        .size();
                for (int component = Math.min(1, components); component <= components; component++) {
                    Glossary.Word word = GLOSSARY.word(id, element, component);
                    known.add(word.place());
                    known.add(word.part());
                }
            }
        });
        assertThat(known).containsAll(places.keySet());
    }

    @Test
    void every_code_list_that_a_name_refers_to_is_there() {
        Node names = Node.parse(MAPPINGS.resolve("names.yaml"));
        CodeLists lists = new CodeLists(MAPPINGS.resolve("codes"));
        List<String> found = new ArrayList<>();
        for (String section : List.of("elements", "places")) {
            names.required(section).entries().values().stream()
                    .filter(node -> !node.isText())
                    .map(node -> node.required("codes"))
                    .forEach(codes -> lists(codes)
                            .forEach(list ->
                                    found.add(lists.find(list.text(), list).name())));
        }
        assertThat(found).contains("claim-adjustment-reason", "place-of-service", "facility-type", "remittance-remark");
    }

    private static List<Node> lists(Node codes) {
        if (codes.isText()) {
            return List.of(codes);
        }
        return List.copyOf(codes.entries().values().iterator().next().entries().values());
    }

    private static Map<String, Node> segments() {
        return Node.parse(MAPPINGS.resolve("x12/segments.yaml"))
                .required("segments")
                .entries();
    }
}
