package org.claimgate.guide;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimgate.x12.Segment;

/** mappings/privacy.yaml: which values of a file could tell who a patient is. */
public final class PrivacyRules {

    private static final Set<String> NAMES = Set.of("NM1", "N1");

    /** How much of a value may be shown. */
    public enum Showing {
        WHOLE,
        YEAR,
        NOTHING
    }

    /** Where a value is shown although its data element is hidden: everywhere when both sets are empty. */
    private record Exemption(Set<String> codes, Set<String> loops) {

        boolean covers(List<String> codesThere, String loop) {
            boolean everywhere = codes.isEmpty() && loops.isEmpty();
            return everywhere || (!codesThere.isEmpty() && codes.containsAll(codesThere)) || loops.contains(loop);
        }
    }

    private final Set<String> envelope;
    private final Set<String> always;
    private final Set<String> years;
    private final Set<String> persons;
    private final Set<String> entities;
    private final Set<String> follow;
    private final Set<String> between;
    private final Map<String, Exemption> visible = new HashMap<>();

    /** @throws MappingException for a mistake in the file, with file and line */
    public static PrivacyRules load(Path mappings) {
        return new PrivacyRules(Node.parse(mappings.resolve("privacy.yaml")));
    }

    private PrivacyRules(Node root) {
        envelope = texts(root.required("envelope"));
        always = texts(root.required("always"));
        years = texts(root.required("years"));
        persons = texts(root.required("persons"));
        entities = texts(root.required("entities"));
        follow = texts(root.required("follow"));
        between = texts(root.required("between"));
        root.required("visible").entries().forEach((place, node) -> visible.put(place, exemption(node)));
    }

    private static Set<String> texts(Node node) {
        Set<String> texts = new HashSet<>();
        node.items().forEach(item -> texts.add(item.text()));
        return texts;
    }

    private static Exemption exemption(Node node) {
        if (node.isText()) {
            if (!node.text().equals("always")) {
                throw node.mistake("expected 'always', {codes: [...]} or {loops: [...]}");
            }
            return new Exemption(Set.of(), Set.of());
        }
        Node codes = node.entries().get("codes");
        return codes == null
                ? new Exemption(Set.of(), texts(node.required("loops")))
                : new Exemption(texts(codes), Set.of());
    }

    /** A file being followed from its first segment on. */
    public Follower follower() {
        return new Follower();
    }

    /** Knows of whom the segments speak. */
    public final class Follower {

        private boolean ofEntity;
        private String segment = "";
        private List<String> codes = List.of();
        private String loop = "";

        private Follower() {}

        /** @param innermost loop in which the segment stands; empty when there is none, or no guide */
        public void begin(Segment next, String innermost) {
            begin(next.id(), List.of(next.text(1)), innermost);
        }

        /** @param codesThere what the first element of the segment may be; none where anything may be there */
        void begin(String id, List<String> codesThere, String innermost) {
            segment = id;
            codes = codesThere;
            loop = innermost;
            if (NAMES.contains(segment)) {
                ofEntity = !codes.isEmpty() && entities.containsAll(codes);
            } else if (!follow.contains(segment) && !between.contains(segment)) {
                ofEntity = false;
            }
        }

        /**
         * How much of a value of the last segment may be shown.
         *
         * @param fits whether it has the form of its data element
         */
        public Showing showing(Glossary.Word word, boolean fits) {
            return fits || envelope.contains(segment) ? showing(word) : Showing.NOTHING;
        }

        private Showing showing(Glossary.Word word) {
            Exemption exemption = visible.get(word.place());
            if (exemption != null && exemption.covers(codes, loop)) {
                return Showing.WHOLE;
            }
            if (word.dataElement().isEmpty() || isOf(always, word)) {
                return Showing.NOTHING;
            }
            if (isOf(years, word)) {
                return Showing.YEAR;
            }
            boolean known = ofEntity && (NAMES.contains(segment) || follow.contains(segment));
            return !isOf(persons, word) || known ? Showing.WHOLE : Showing.NOTHING;
        }

        private static boolean isOf(Set<String> set, Glossary.Word word) {
            return set.contains(word.dataElement()) || set.contains(word.place()) || set.contains(word.part());
        }
    }
}
