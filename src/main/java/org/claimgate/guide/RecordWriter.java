package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.x12.SegmentWriter;

/**
 * Writes the documents of one transaction set by its guide's loop tree. A loop on the way to the record stays open while
 * its fields are equal from one document to the next.
 */
final class RecordWriter {

    /** A loop on the way to the record that has begun and not ended. */
    private static final class Open {

        private final Loop loop;
        private final ObjectNode document;
        private final JsonSource source;
        private final int[] counts;
        private ObjectNode last;
        private String level;
        private long childMark = -1;

        private Open(Loop loop, ObjectNode document, JsonSource source) {
            this.loop = loop;
            this.document = document;
            this.source = source;
            this.counts = new int[loop.children().size()];
        }
    }

    private final Guide guide;
    private final SegmentWriter out;
    private final Writing writing;
    private final List<Open> path = new ArrayList<>();
    private int levels;
    private int ordinal;
    private Open levelOwner;

    RecordWriter(Guide guide, SegmentWriter out, Consumer<Issue> issues, Writing.Trace trace) {
        this.guide = guide;
        this.out = out;
        this.writing = new Writing(out, issues, this::count, trace);
    }

    /** @param envelopeExpected false while a document is only checked */
    void begin(Envelope envelope, boolean envelopeExpected) {
        writing.inside(envelope, envelopeExpected);
        path.clear();
        levels = 0;
    }

    void write(ObjectNode document) throws IOException {
        List<Loop> route = guide.route(document);
        int shared = 0;
        while (shared < path.size()
                && shared < route.size()
                && continues(path.get(shared), route.get(shared), document)) {
            shared++;
        }
        if (shared == 0 && !path.isEmpty()) {
            writing.segmentIssue(
                    "IK304:4",
                    "documents of one transaction set must agree on what stands around them",
                    "ST",
                    guide.root(),
                    "");
            shared = 1;
        }
        closeDownTo(shared);
        for (Loop loop : route.subList(shared, route.size())) {
            open(loop, document);
        }
        for (Open open : path) {
            if (hasTrailingData(open, document)) {
                open.last = document;
            }
        }
    }

    /** Ends the set: whatever stands behind the records is written now. */
    void end() throws IOException {
        closeDownTo(0);
    }

    private static boolean continues(Open open, Loop loop, ObjectNode document) {
        return open.loop == loop && !loop.isRecord() && loop.surroundings().equal(open.document, document);
    }

    private void open(Loop loop, ObjectNode document) throws IOException {
        Open parent = path.isEmpty() ? null : path.get(path.size() - 1);
        if (parent != null) {
            ordinal = ++parent.counts[parent.loop.children().indexOf(loop)];
        }
        Open open = new Open(loop, document, loop.source(document));
        path.add(open);
        levelOwner = open;
        if (loop.first().counts(Counter.Kind.LEVEL)) {
            promiseLevelBelow();
        }
        int end = loop.isRecord()
                ? loop.children().size()
                : Math.min(loop.firstPathChild(), loop.children().size());
        for (Part part : inOrder(loop, loop.children().subList(0, end), open.source)) {
            writePart(loop, part, open.source);
        }
    }

    private void closeDownTo(int depth) throws IOException {
        while (path.size() > depth) {
            Open closing = path.get(path.size() - 1);
            writeTrailing(closing);
            path.remove(path.size() - 1);
            if (closing.childMark >= 0) {
                out.release(closing.childMark, '0');
            }
        }
    }

    private void writeTrailing(Open open) throws IOException {
        if (open.loop.isRecord() || open.loop.firstPathChild() == Integer.MAX_VALUE) {
            return;
        }
        ObjectNode document = open.last == null ? open.document : open.last;
        JsonSource source = open.loop.source(document);
        for (Part part : open.loop.trailing()) {
            writePart(open.loop, part, source);
        }
    }

    private boolean hasTrailingData(Open open, ObjectNode document) {
        if (open.loop.isRecord() || open.loop.firstPathChild() == Integer.MAX_VALUE) {
            return false;
        }
        JsonSource source = open.loop.source(document);
        for (Part part : open.loop.trailing()) {
            if (part.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    private void writePart(Loop loop, Part part, JsonSource source) throws IOException {
        if (part.unless() != null && part.unless().holds(source)) {
            return;
        }
        if (part instanceof Use use) {
            writeUse(loop, use, source);
        } else {
            writeLoop((Loop) part, source);
        }
    }

    private void writeLoop(Loop loop, JsonSource around) throws IOException {
        FieldPath at = loop.at();
        if (at != null && at.array()) {
            List<JsonSource> items = around.items(at);
            complainOfTooMany(loop, items.size(), around, at);
            for (int i = 0; i < items.size(); i++) {
                writeChildren(loop, items.get(i), i + 1);
            }
            if (items.isEmpty() && loop.required()) {
                complainOfMissing(loop, around.pointer(at));
            }
            return;
        }
        JsonSource own = at == null ? around : around.object(at);
        if (loop.hasOwnData(own)) {
            writeChildren(loop, own, 1);
        } else if (loop.required()) {
            FieldPath wanted = RequiredField.of(loop);
            if (wanted == null) {
                writeChildren(loop, own, 1);
            } else {
                complainOfMissing(loop, at == null ? own.pointer(wanted) : own.pointer());
            }
        }
    }

    private void writeChildren(Loop loop, JsonSource own, int newOrdinal) throws IOException {
        for (Part part : inOrder(loop, loop.children(), own)) {
            ordinal = newOrdinal;
            writePart(loop, part, own);
        }
    }

    /** The parts in the order of the guide, or in the one that the document keeps. */
    private static List<Part> inOrder(Loop loop, List<Part> parts, JsonSource own) {
        String order = own.node().has(Reading.UNNAMED) ? own.kept(loop.key() + Reading.ORDER) : null;
        if (order == null) {
            return parts;
        }
        List<String> keys = List.of(order.split(" "));
        List<Part> sorted = new ArrayList<>(parts);
        sorted.sort(
                Comparator.comparingInt(part -> keys.contains(part.key()) ? keys.indexOf(part.key()) : keys.size()));
        return sorted;
    }

    private void complainOfMissing(Loop loop, String pointer) {
        String title = loop.title().isEmpty() ? "" : " (" + loop.title() + ")";
        writing.segmentIssue(
                "IK304:3",
                "loop " + loop.id() + title + " is missing",
                loop.first().segment().id(),
                loop,
                pointer);
    }

    private void complainOfTooMany(Part part, int found, JsonSource source, FieldPath at) {
        if (found > part.maximum()) {
            Loop where = part instanceof Loop loop ? loop : guide.root();
            writing.segmentIssue(
                    part instanceof Loop ? "IK304:4" : "IK304:5",
                    part.key() + " may stand " + part.maximum() + " times at most",
                    part.first().segment().id(),
                    where,
                    at == null ? source.pointer() : source.pointer(at));
        }
    }

    private void writeUse(Loop loop, Use use, JsonSource source) throws IOException {
        FieldPath at = use.at();
        if (at != null && at.array()) {
            List<JsonSource> items = source.items(at);
            complainOfTooMany(use, items.size(), source, at);
            for (JsonSource item : items) {
                writing.write(loop, use, 0, item);
            }
            return;
        }
        JsonSource own = at == null ? source : source.object(at);
        if (!use.required() && !use.hasData(source) && !keeps(own, loop, use, 1)) {
            return;
        }
        if (use.counts(Counter.Kind.CHILD)) {
            levelOwner.childMark = out.hold();
        }
        int occurrences = occurrences(loop, use, own);
        complainOfTooMany(use, occurrences, own, null);
        for (int i = 0; i < occurrences; i++) {
            writing.write(loop, use, i, own);
        }
    }

    private static int occurrences(Loop loop, Use use, JsonSource own) {
        int occurrences = 1;
        for (Mapping mapping : use.mappings()) {
            occurrences = Math.max(occurrences, mapping.occurrences(own));
        }
        while (keeps(own, loop, use, occurrences + 1)) {
            occurrences++;
        }
        return occurrences;
    }

    private static boolean keeps(JsonSource own, Loop loop, Use use, int occurrence) {
        return own.keepsAnything() && own.keeps(Reading.keptName(loop, use, occurrence));
    }

    private String count(Counter.Kind kind) {
        return switch (kind) {
            case ORDINAL -> String.valueOf(ordinal);
            case CHILD -> "0";
            case LEVEL -> nextLevel();
            case PARENT -> levelAbove() == null ? "" : levelAbove().level;
        };
    }

    private String nextLevel() {
        levelOwner.level = String.valueOf(++levels);
        return levelOwner.level;
    }

    private void promiseLevelBelow() throws IOException {
        Open above = levelAbove();
        if (above != null && above.childMark >= 0) {
            out.release(above.childMark, '1');
            above.childMark = -1;
        }
    }

    private Open levelAbove() {
        for (int i = path.indexOf(levelOwner) - 1; i >= 0; i--) {
            if (path.get(i).level != null) {
                return path.get(i);
            }
        }
        return null;
    }
}
