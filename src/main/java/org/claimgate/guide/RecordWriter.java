package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
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
        private ObjectNode latest;
        private String level;
        private long childMark = -1;

        private Open(Loop loop, ObjectNode document, JsonSource source) {
            this.loop = loop;
            this.document = document;
            this.source = source;
            this.latest = document;
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
        int shared = shared(route, document);
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
            open.latest = document;
            if (hasTrailingData(open, document)) {
                open.last = document;
            }
        }
    }

    /** Ends the set: whatever stands behind the records is written now. */
    void end() throws IOException {
        closeDownTo(0);
    }

    /** How many of the loops that are open the document goes on in. */
    private int shared(List<Loop> route, ObjectNode document) {
        int shared = 0;
        while (shared < path.size() && shared < route.size() && continues(path.get(shared), route, shared, document)) {
            shared++;
        }
        while (shared > 1 && shared < route.size() && isFull(path.get(shared - 1), route.get(shared))) {
            shared--;
        }
        return shared;
    }

    private static boolean continues(Open open, List<Loop> route, int depth, ObjectNode document) {
        Loop loop = route.get(depth);
        return open.loop == loop
                && !loop.isRecord()
                && loop.surroundings().equal(open.document, document)
                && (loop.surroundings().sameConditions(open.latest, document)
                        || (depth + 1 < route.size() && isTogether(route.get(depth + 1), document)));
    }

    private static boolean isTogether(Loop loop, ObjectNode document) {
        return loop.source(document).kept(loop.key() + Reading.TOGETHER) != null;
    }

    /** Whether a loop has as many of another inside as the guide allows. */
    private static boolean isFull(Open open, Loop inner) {
        int child = open.loop.children().indexOf(inner);
        return open.counts[child] >= open.loop.maximum(child);
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
        writeParts(loop, loop.turns(open.source, end), Reading.ORDER, open.source, ordinal);
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
        writeParts(open.loop, open.loop.trailing(), Reading.TRAILING, source, 1);
    }

    private boolean hasTrailingData(Open open, ObjectNode document) {
        if (open.loop.isRecord() || open.loop.firstPathChild() == Integer.MAX_VALUE) {
            return false;
        }
        JsonSource source = open.loop.source(document);
        for (Turn turn : open.loop.trailing()) {
            Part part = turn.part();
            boolean kept = part instanceof Use use && keeps(source, open.loop, use, 1);
            if (kept || part.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    /** Writes parts in the order of the guide, or in the one that the document keeps. */
    private void writeParts(Loop loop, List<Turn> parts, String orderName, JsonSource own, int newOrdinal)
            throws IOException {
        String order = own.keepsAnything() ? own.kept(loop.key() + orderName) : null;
        for (Turn turn : order == null ? parts : Turn.inOrder(parts, order)) {
            ordinal = newOrdinal;
            writePart(loop, turn, own);
        }
    }

    private void writePart(Loop loop, Turn turn, JsonSource source) throws IOException {
        Part part = turn.part();
        if (part.unless() != null && part.unless().holds(source)) {
            return;
        }
        if (part instanceof Use use) {
            writeUse(loop, use, turn, source);
        } else {
            writeLoop((Loop) part, turn, source);
        }
    }

    private void writeLoop(Loop loop, Turn turn, JsonSource around) throws IOException {
        FieldPath at = loop.at();
        if (at != null && at.array()) {
            List<JsonSource> items = around.items(at);
            if (turn.isFirst()) {
                complainOfTooMany(loop, items.size(), around, at);
            }
            for (int i = turn.from(); i < turn.end(items.size()); i++) {
                writeChildren(loop, items.get(i), i + 1);
            }
            if (items.isEmpty() && loop.required()) {
                complainOfMissing(loop, around.pointer(at));
            }
            return;
        }
        if (turn.isFirst()) {
            writeSingleLoop(loop, at, around);
        }
    }

    private void writeSingleLoop(Loop loop, FieldPath at, JsonSource around) throws IOException {
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
        writeParts(loop, loop.turns(own, loop.children().size()), Reading.ORDER, own, newOrdinal);
    }

    private void complainOfMissing(Loop loop, String pointer) {
        String title = loop.title().isEmpty() ? "" : " (" + loop.title() + ")";
        writing.segmentIssue(
                loop.missingCode(),
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

    private void writeUse(Loop loop, Use use, Turn turn, JsonSource source) throws IOException {
        FieldPath at = use.at();
        if (at != null && at.array()) {
            List<JsonSource> items = source.items(at);
            if (turn.isFirst()) {
                complainOfTooMany(use, items.size(), source, at);
            }
            for (int i = turn.from(); i < turn.end(items.size()); i++) {
                writing.write(loop, use, 0, 1, items.get(i));
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
        if (turn.isFirst()) {
            complainOfTooMany(use, occurrences, own, null);
        }
        for (int i = turn.from(); i < turn.end(occurrences); i++) {
            writing.write(loop, use, i, occurrences, own);
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
