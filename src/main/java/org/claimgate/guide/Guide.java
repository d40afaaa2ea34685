package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.SegmentWriter;

/** One implementation guide, compiled from its mapping file. Immutable and safe for concurrent use. */
public final class Guide {

    /** What the head of a mapping file says. */
    record Identity(
            String id,
            List<String> aliases,
            String title,
            String transactionSet,
            String functionalIdentifier,
            String vocabulary,
            boolean referenceRequired) {}

    private final Identity identity;
    private final Dictionary dictionary;
    private final Loop root;
    private final Shape shape;
    private final EnvelopeFields envelope;

    /** What {@link #field} has found. */
    private final Map<Element, Optional<String>> fields = new ConcurrentHashMap<>();

    Guide(Identity identity, Dictionary dictionary, Loop root, Shape shape, EnvelopeFields envelope) {
        this.identity = identity;
        this.dictionary = dictionary;
        this.root = root;
        this.shape = shape;
        this.envelope = envelope;
    }

    /** The guide's own identifier (GS08, ST03), such as {@code 005010X222A1}; {@code TA1} for the interchange acknowledgment. */
    public String id() {
        return identity.id();
    }

    /** ST01. */
    public String transactionSet() {
        return identity.transactionSet();
    }

    /** Whether ST03 must be there. */
    boolean requiresReference() {
        return identity.referenceRequired();
    }

    /** GS01. */
    public String functionalIdentifier() {
        return identity.functionalIdentifier();
    }

    public String title() {
        return identity.title();
    }

    /** Whether a GS08 or ST03 is this guide's. */
    boolean isNamed(String version) {
        return id().equals(version) || aliases().contains(version);
    }

    /** Whether its sets stand in functional groups: that of TA1 is the interchange itself. */
    boolean isGrouped() {
        return !id().equals(transactionSet());
    }

    /** Other GS08 values that are read by this guide. */
    public List<String> aliases() {
        return identity.aliases();
    }

    /**
     * What its documents are: {@code professional-claim}, {@code institutional-claim}, {@code claim-payment},
     * {@code claim-acknowledgment}, {@code claim-status-request}, {@code claim-status-response},
     * {@code implementation-acknowledgment}, {@code interchange-acknowledgment}.
     */
    public String vocabulary() {
        return identity.vocabulary();
    }

    /** Everything that writing this document would complain of, without writing it. The envelope may be absent. */
    public List<Issue> check(ObjectNode document) {
        return check(document, Delimiters.USUAL, null);
    }

    /** The same for an interchange with these delimiters; a replacement stands in for a delimiter inside data. */
    public List<Issue> check(ObjectNode document, Delimiters delimiters, Character replacement) {
        List<Issue> issues = new ArrayList<>();
        Content content = content(document, issues::add);
        check(content, delimiters, replacement, issues);
        return issues;
    }

    List<Issue> check(Content document) {
        List<Issue> issues = new ArrayList<>();
        check(document, Delimiters.USUAL, null, issues);
        return issues;
    }

    private void check(Content document, Delimiters delimiters, Character replacement, List<Issue> issues) {
        SegmentWriter nowhere = new SegmentWriter(OutputStream.nullOutputStream(), delimiters, "", replacement);
        RecordWriter writer = new RecordWriter(this, nowhere, issues::add, null);
        writer.begin(envelope.envelope(document, this), false);
        try {
            writer.write(document);
            writer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether two documents may stand in one transaction set: what the set says around its records is the same. */
    public boolean shareSet(ObjectNode one, ObjectNode other) {
        Surroundings around = root.surroundings();
        Content first = content(one, issue -> {});
        Content second = content(other, issue -> {});
        return around.equal(first, second) && around.sameConditions(first, second);
    }

    /** JSON Schema (2020-12) of a document: every field, its type, lengths, codes; unknown fields are refused. */
    public ObjectNode schema() {
        return SchemaBuilder.build(this);
    }

    /**
     * The fields that a document cannot be without, as far as that is certain: names by the pattern of the object that must have them,
     * {@code *} in place of the number of an item, empty for the document. An object that is not there need not have any.
     */
    public Map<String, Set<String>> required() {
        return Demands.of(root);
    }

    /**
     * The JSON pointer of the field that the guide carries at an element: that of 1000A NM109 in the professional claim
     * is {@code /submitter/submitterIdentification}. The first such field, where several segments of that name have one.
     */
    public Optional<String> field(String loop, String segment, int element) {
        return fields.computeIfAbsent(new Element(loop, segment, element), this::field);
    }

    private record Element(String loop, String segment, int element) {}

    private Optional<String> field(Element of) {
        return FieldSearch.in(root, of.loop(), of.segment(), of.element()).stream()
                .map(FieldSearch.Found::pattern)
                .filter(pattern -> !pattern.contains("*"))
                .findFirst();
    }

    /** Every field of its documents. */
    public FieldPlaces fields(PrivacyRules privacy) {
        return new FieldPlaces(root, privacy);
    }

    /**
     * X12's number of the data element at a place, such as 1035 for NM103; empty for a composite as a whole, and where the
     * dictionary has no such place.
     *
     * @param component 0 for a simple element
     */
    public Optional<String> dataElement(String segment, int element, int component) {
        return dictionary.type(segment, element, component).map(ElementType::dataElement);
    }

    /** Whether a value may stand in a simple element by its type and length. */
    public boolean accepts(String segment, int element, String value) {
        return dictionary
                .type(segment, element, 0)
                .filter(type -> type.judge(value) == null)
                .isPresent();
    }

    /**
     * A place in a set that somebody finds fault with.
     *
     * @param position of the segment (IK302), ST being 1
     * @param element 0 for the segment as a whole
     * @param component 0 for the element as a whole
     * @param missing whether the segment is not there and should be
     */
    public record Fault(String loop, String segment, int position, int element, int component, boolean missing) {}

    /** A field of one of several documents, or of the first and last of some that share it, such as a billing provider's. */
    public record Source(int document, int lastDocument, String pointer) {

        public boolean concerns(int ordinal) {
            return document <= ordinal && ordinal <= lastDocument;
        }
    }

    /**
     * The JSON pointer of an element of a document as this guide would write it: the way back from a 999's segment position,
     * element and component to the field. The documents are those of one set in the order written, with their envelopes.
     *
     * @return the documents by their index in the list and the pointer inside them, or null when no field stands there, or another
     *     segment than the fault is of
     */
    public Source source(List<ObjectNode> documents, Fault fault) {
        SourceSearch search = new SourceSearch(fault, root);
        try (DocumentWriter writer = new DocumentWriter(nowhere(), issue -> {}, search)) {
            for (int i = 0; i < documents.size() && !search.isOver(); i++) {
                search.begin(i);
                writer.write(this, documents.get(i));
                search.end();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return search.found();
    }

    /** A field of a document, and its place in the set. */
    public record Located(String pointer, Place place) {}

    /**
     * The other way: where a field of one of the documents stands.
     *
     * @param document index of the document in the list
     * @param pointerEnd with which the pointer of the field ends; the first such field is meant
     */
    public Optional<Located> locate(List<ObjectNode> documents, int document, String pointerEnd) {
        PlaceSearch search = new PlaceSearch(document, pointerEnd);
        try (DocumentWriter writer = new DocumentWriter(nowhere(), issue -> {}, search)) {
            for (int i = 0; i <= document; i++) {
                search.begin(i);
                writer.write(this, documents.get(i));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Optional.ofNullable(search.found());
    }

    private static SegmentWriter nowhere() {
        return new SegmentWriter(OutputStream.nullOutputStream(), Delimiters.USUAL, "", ' ');
    }

    /** The fields of a document that the guide knows; an issue for each that is of another kind than the guide has it. */
    Content content(ObjectNode document, Consumer<Issue> issues) {
        Content content = new Scope(shape).root();
        JsonTree.copy(document, content, issues);
        return content;
    }

    Loop root() {
        return root;
    }

    /** The fields of its documents. */
    Shape shape() {
        return shape;
    }

    EnvelopeFields envelope() {
        return envelope;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /** The loops that a document opens, from the set to the record or as far as it has data. */
    List<Loop> route(Content document) {
        List<Loop> route = new ArrayList<>();
        for (Loop loop = root; loop != null; loop = next(loop, document)) {
            route.add(loop);
        }
        return route;
    }

    private static Loop next(Loop loop, Content document) {
        Loop next = null;
        for (Loop child : loop.pathChildren()) {
            boolean deeper = !child.isRecord() && child.surroundings().callFor(document);
            if (deeper || (next == null && leadsToData(child, document))) {
                next = child;
            }
        }
        return next;
    }

    private static boolean leadsToData(Loop child, Content document) {
        return child.isRecord() ? child.hasData(child.parent().in(document)) : next(child, document) != null;
    }
}
