package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Somebody has judged of every data element whether it could tell who a patient is: mappings/privacy.yaml names those that
 * could, this test those that could not. Codes and numbers need no judgement.
 */
class PrivacyListsTest {

    private static final Set<String> NEEDS_NONE = Set.of("ID", "N0", "R");

    /**
     * Senders, receivers, separators, control numbers and versions; places in a file; banks and companies that pay; kinds of
     * facilities, procedures, modifiers and contracts; when a file or payment was made; checks.
     */
    private static final Set<String> TELLS_NOTHING = Set.of(
            "I06", "I07", "I08", "I09", "I15", "I65", "124", "142", "329", "337", "373", "480", "1705", "350", "447",
            "628", "734", "9999", "507", "509", "510", "429", "234", "499", "799", "1222", "1271", "1331", "1339",
            "1341");

    /** The places of each data element, such as REF02 and C040-2 of 127; and its type. */
    private static final Map<String, Set<String>> PLACES = new TreeMap<>();

    private static final Map<String, String> TYPES = new TreeMap<>();
    private static Map<String, Object> privacy;

    @BeforeAll
    static void read() throws IOException {
        Map<String, Object> dictionary = yaml("x12/segments.yaml");
        elements(dictionary.get("composites"), "%s-%s");
        elements(dictionary.get("segments"), "%s%02d");
        privacy = yaml("privacy.yaml");
    }

    @Test
    void every_data_element_is_judged_once() {
        Set<String> judged = new TreeSet<>(TELLS_NOTHING);
        hidden().filter(PLACES::containsKey)
                .forEach(element -> assertThat(judged.add(element)).as(element).isTrue());

        Map<String, Set<String>> unjudged = new TreeMap<>(PLACES);
        unjudged.keySet().removeIf(element -> judged.contains(element) || NEEDS_NONE.contains(TYPES.get(element)));
        assertThat(unjudged).as("in neither list, with where they stand").isEmpty();
    }

    @Test
    void what_is_judged_is_in_the_dictionary() {
        Set<String> known = new TreeSet<>(PLACES.keySet());
        PLACES.values().forEach(known::addAll);

        assertThat(known).containsAll(TELLS_NOTHING).containsAll(hidden().toList());
    }

    private static Stream<String> hidden() {
        return Stream.of("always", "years", "persons")
                .flatMap(list -> ((List<?>) privacy.get(list)).stream())
                .map(String::valueOf);
    }

    private static void elements(Object definitions, String place) {
        ((Map<?, ?>) definitions).forEach((id, elements) -> ((Map<?, ?>) elements).forEach((position, element) -> {
            String[] words = element.toString().split(" ");
            if (position instanceof Integer && words.length > 2) {
                PLACES.computeIfAbsent(words[0], number -> new TreeSet<>()).add(place.formatted(id, position));
                TYPES.put(words[0], words[1]);
            }
        }));
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("mappings", file))) {
            return new Yaml().load(reader);
        }
    }
}
