package org.claimgate.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.x12.Slice;

/** Reads one guide file: its head, its loop tree, its segment uses. docs/mapping-language.md defines the notation. */
final class GuideLoader {

    private static final Pattern LOOP = Pattern.compile("(ST|\\d[A-Za-z0-9]*(?:\\.[A-Za-z]+)?)(!)?(?: x(\\d+|\\*))?");
    private static final Pattern USE =
            Pattern.compile("(([A-Z][A-Z0-9]{1,2})(?:\\*([A-Z0-9]+(?:\\|[A-Z0-9]+)*))?)(!)?(?: x(\\d+|\\*))?");
    private static final Set<String> HEAD = Set.of(
            "guide",
            "aliases",
            "title",
            "transactionSet",
            "functionalIdentifier",
            "implementationReference",
            "vocabulary",
            "loops",
            "shared");
    private static final Set<String> LOOP_WORDS = Set.of("title", "at", "record", "unless");
    private static final String SHARED = "shared";
    private static final Pattern SHARED_AS = Pattern.compile("shared(?: (\\d[A-Za-z0-9]*))?");
    private static final Pattern LETTER = Pattern.compile("(\\d+)([A-Z]*)(.*)");

    private record Waiting(Unless unless, Loop loop) {}

    private final Dictionary dictionary;
    private final CodeLists lists;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Part, Node> lines = new IdentityHashMap<>();
    private final Set<String> sharedUsed = new HashSet<>();
    private final Set<String> records = new HashSet<>();
    private Map<String, Node> shared = Map.of();

    GuideLoader(Dictionary dictionary, CodeLists lists) {
        this.dictionary = dictionary;
        this.lists = lists;
    }

    Guide load(Path file) {
        Node head = Node.parse(file);
        head.entries().forEach((key, value) -> {
            if (!HEAD.contains(key)) {
                throw value.mistake("unknown word '" + key + "'");
            }
        });
        shared = head.entries().containsKey(SHARED) ? sharedLoops(head.required(SHARED)) : Map.of();
        Loop root = root(head.required("loops"));
        waiting.forEach(entry -> entry.unless.resolve(entry.loop));
        for (Map.Entry<String, Node> loop : shared.entrySet()) {
            if (!sharedUsed.contains(loop.getKey())) {
                throw loop.getValue().mistake("shared loop '" + loop.getKey() + "' stands nowhere");
            }
        }
        if (records.size() != 1) {
            throw head.mistake("one loop must be the record ('record: true'), there are " + records.size());
        }
        new GuideCheck(lines).check(root);
        noteAlternatives(root);
        dictionary.codes().addAll(root);
        Shape document = new Shape();
        EnvelopeFields envelope = new EnvelopeFields(document);
        bind(root, document, head);
        return new Guide(identity(head), dictionary, root, document, envelope);
    }

    private static void bind(Loop root, Shape document, Node head) {
        try {
            root.bind(document, document);
        } catch (IllegalArgumentException twoKinds) {
            throw head.mistake(twoKinds.getMessage());
        }
        document.complete();
    }

    /** Tells the loops on the way to the record which of their fields have another place when the loop is not there. */
    private static void noteAlternatives(Loop loop) {
        List<String> place = Surroundings.place(loop);
        loop.surroundings();
        for (Part part : loop.children()) {
            if (part instanceof Loop below) {
                noteAlternatives(below);
                continue;
            }
            Use use = (Use) part;
            List<String> own = use.at() == null ? place : Surroundings.join(place, use.at());
            for (Mapping mapping : use.mappings()) {
                Unless unless = mapping instanceof Conditional conditional ? conditional.unless() : use.unless();
                if (unless != null && unless.part() instanceof Loop other && other.isOnPath()) {
                    other.surroundings().writtenElsewhere(mapping, own);
                }
            }
        }
    }

    private static Guide.Identity identity(Node head) {
        Node aliases = head.entries().get("aliases");
        Node functional = head.entries().get("functionalIdentifier");
        Node reference = head.entries().get("implementationReference");
        if (reference != null && !reference.text().equals("required")) {
            throw reference.mistake("'implementationReference' may be 'required', or be left out");
        }
        return new Guide.Identity(
                head.required("guide").text(),
                aliases == null
                        ? List.of()
                        : aliases.items().stream().map(Node::text).toList(),
                head.required("title").text(),
                head.required("transactionSet").text(),
                functional == null ? "" : functional.text(),
                head.required("vocabulary").text(),
                reference != null);
    }

    private static Map<String, Node> sharedLoops(Node node) {
        Map<String, Node> loops = new HashMap<>();
        node.entries().forEach((key, value) -> {
            Matcher matcher = LOOP.matcher(key);
            if (!matcher.matches() || matcher.group(2) != null || matcher.group(3) != null) {
                throw value.mistake("'" + key + "' is no loop id; repeats and ! belong where the loop stands");
            }
            loops.put(key, value);
        });
        return loops;
    }

    private Loop root(Node loops) {
        if (loops.entries().size() != 1) {
            throw loops.mistake("there must be one outermost loop, 'ST!'");
        }
        Map.Entry<String, Node> entry = loops.entries().entrySet().iterator().next();
        return loop(entry.getKey(), entry.getValue(), null, UnaryOperator.identity());
    }

    private Loop loop(String key, Node node, Loop parent, UnaryOperator<String> naming) {
        Matcher matcher = LOOP.matcher(key);
        if (!matcher.matches()) {
            throw node.mistake("'" + key + "' is no loop");
        }
        String written = matcher.group(1);
        String id = naming.apply(written);
        Node body = node;
        UnaryOperator<String> inside = naming;
        if (node.isText()) {
            written = sharedName(id, node);
            body = shared.get(written);
            inside = letters(written, id, node);
            sharedUsed.add(written);
        }
        Map<String, Node> words = body.entries();
        boolean record = words.containsKey("record");
        if (record) {
            records.add(written);
        }
        Unless unless = words.containsKey("unless") ? new Unless(words.get("unless")) : null;
        Loop loop = new Loop(
                id,
                words.containsKey("title") ? words.get("title").text() : "",
                matcher.group(2) != null,
                repeats(matcher.group(3)),
                at(words.get("at")),
                record,
                unless,
                parent);
        lines.put(loop, node);
        loop.children(children(words, body, loop, inside));
        if (unless != null) {
            waiting.add(new Waiting(unless, parent));
        }
        return loop;
    }

    /** The key under 'shared:' of a loop that is not written where it stands. */
    private String sharedName(String id, Node node) {
        Matcher matcher = SHARED_AS.matcher(node.text());
        String name = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : id;
        if (!matcher.matches() || !shared.containsKey(name)) {
            throw node.mistake("loop '" + name + "' is neither written here nor under 'shared:'");
        }
        return name;
    }

    /** What becomes of the ids inside a shared loop that stands under another one: 2220D is 2220E where 2200D is 2200E. */
    private static UnaryOperator<String> letters(String written, String id, Node node) {
        if (written.equals(id)) {
            return UnaryOperator.identity();
        }
        Matcher from = LETTER.matcher(written);
        Matcher to = LETTER.matcher(id);
        if (!from.matches() || !to.matches() || !from.group(1).equals(to.group(1))) {
            throw node.mistake(
                    "loop '" + written + "' may stand under an id that differs in its letter, not as '" + id + "'");
        }
        return inner -> {
            Matcher parts = LETTER.matcher(inner);
            boolean follows = parts.matches() && parts.group(2).equals(from.group(2));
            return follows ? parts.group(1) + to.group(2) + parts.group(3) : inner;
        };
    }

    private List<Part> children(Map<String, Node> words, Node body, Loop loop, UnaryOperator<String> naming) {
        List<Part> children = new ArrayList<>();
        words.forEach((key, value) -> {
            if (LOOP.matcher(key).matches()) {
                children.add(loop(key, value, loop, naming));
            } else if (USE.matcher(key).matches()) {
                children.add(use(key, value, loop));
            } else if (!LOOP_WORDS.contains(key)) {
                throw value.mistake("'" + key + "' is neither a segment, a loop nor one of " + LOOP_WORDS);
            }
        });
        if (children.isEmpty() || (children.get(0) instanceof Loop && loop.parent() != null)) {
            throw body.mistake("loop '" + loop.key() + "' must begin with a segment");
        }
        return children;
    }

    private Use use(String key, Node node, Loop loop) {
        Matcher matcher = USE.matcher(key);
        if (!matcher.matches()) {
            throw node.mistake("'" + key + "' is no segment");
        }
        Dictionary.SegmentDefinition segment = dictionary.segment(matcher.group(2));
        if (segment == null) {
            throw node.mistake("unknown segment '" + matcher.group(2) + "': not in segments.yaml");
        }
        List<String> qualifiers =
                matcher.group(3) == null ? List.of() : List.of(matcher.group(3).split("\\|"));
        if (qualifiers.stream().anyMatch(qualifier -> Slice.pack(qualifier) == 0)) {
            throw node.mistake("the qualifiers in '" + key + "' must have one to eight characters each");
        }
        Map<String, Node> elements = new LinkedHashMap<>(node.entries());
        Node at = elements.remove("at");
        Node unlessNode = elements.remove("unless");
        Node requiredUnless = elements.remove("requiredUnless");
        Node title = elements.remove("title");
        Unless unless = unlessNode == null ? null : unless(unlessNode, loop);
        int maximum = repeats(matcher.group(5));
        FieldPath path = at(at);
        boolean continues = maximum > 1 && (path == null || !path.array());
        ElementParser parser = new ElementParser(segment, qualifiers, continues, lists, place -> unless(place, loop));
        List<Mapping> mappings = parser.parse(elements);
        Use use = new Use(
                segment,
                matcher.group(1),
                matcher.group(4) != null,
                maximum,
                path,
                qualifiers,
                mappings,
                unless,
                requiredUnless == null ? null : unless(requiredUnless, loop),
                title == null ? "" : title.text());
        lines.put(use, node);
        return use;
    }

    private Unless unless(Node node, Loop loop) {
        Unless unless = new Unless(node);
        waiting.add(new Waiting(unless, loop));
        return unless;
    }

    private static FieldPath at(Node node) {
        if (node == null) {
            return null;
        }
        FieldPath path = FieldPath.parse(node.text());
        if (path == null) {
            throw node.mistake("'" + node.text() + "' is no JSON field");
        }
        return path;
    }

    private static int repeats(String text) {
        return text == null ? 1 : text.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
