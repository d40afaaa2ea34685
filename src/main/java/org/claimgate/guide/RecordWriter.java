package org.claimgate.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.claimgate.x12.SegmentWriter;

/**
 * Writes the documents of one transaction set by its guide's loop tree. A loop on the way to the record stays open while
 * its fields are equal from one document to the next.
 */
final class RecordWriter {

    private final Guide guide;
    private final SegmentWriter out;
    private final Writing writing;
    private final Consumer<Issue> issues;
    private final List<OpenLoop> path = new ArrayList<>();
    /** The path before a document that may be taken back. */
    private final List<OpenLoop> saved = new ArrayList<>();

    private boolean trying;
    private boolean flawed;
    private int levels;
    private int ordinal;
    private OpenLoop levelOwner;

    RecordWriter(Guide guide, SegmentWriter out, Consumer<Issue> issues, Writing.Trace trace) {
        this.guide = guide;
        this.out = out;
        this.issues = issues;
        this.writing = new Writing(out, this::report, this::count, trace);
    }

    /** @param envelopeExpected false while a document is only checked */
    void begin(Envelope envelope, boolean envelopeExpected) {
        writing.inside(envelope, envelopeExpected);
        path.clear();
        levels = 0;
    }

    /** Writes a document; one that says something else around its records than those before it is left out with an issue. */
    void write(Content document) throws IOException {
        List<Loop> route = guide.route(document);
        int shared = shared(route, document);
        if (shared == 0 && !path.isEmpty()) {
            writing.segmentIssue(
                    "IK304:4",
                    "documents of one transaction set must agree on what stands around them",
                    "ST",
                    guide.root(),
                    "");
            return;
        }
        if (shared == route.size() && !saysAnythingBehind(document)) {
            complainOfNothingNew(route.get(shared - 1), document);
            return;
        }
        if (shared > 0 && shared == path.size() && !saysAnythingBehind(path.get(0).latest)) {
            complainOfNothingBefore(route.get(shared - 1));
            return;
        }
        closeDownTo(shared);
        for (Loop loop : route.subList(shared, route.size())) {
            open(loop, document);
        }
        for (OpenLoop open : path) {
            open.latest = document;
            if (hasTrailingData(open, document)) {
                open.trailing = document;
            }
        }
    }

    /** Ends the set: whatever stands behind the records is written now. */
    void end() throws IOException {
        closeDownTo(0);
    }

    /**
     * Writes a document unless there is something to say of it or of what stands around it: then nothing is written, and false is
     * returned.
     */
    boolean writeFlawless(Content document) throws IOException {
        for (OpenLoop open : path) {
            if (open.flawed && !open.loop.isRecord()) {
                return false;
            }
        }
        saved.clear();
        path.forEach(open -> saved.add(new OpenLoop(open)));
        int savedLevels = levels;
        out.save();
        flawed = false;
        trying = true;
        write(document);
        trying = false;
        if (!flawed) {
            out.keep();
            return true;
        }
        out.takeBack();
        path.clear();
        path.addAll(saved);
        levels = savedLevels;
        return false;
    }

    private void report(Issue issue) {
        if (trying) {
            flawed = true;
            return;
        }
        if (levelOwner != null) {
            levelOwner.flawed = true;
        }
        issues.accept(issue);
    }

    /** Whether the loops that are open still need a document as it is. */
    boolean looksBackAt(Content document) {
        for (OpenLoop open : path) {
            if (open.latest == document || open.trailing == document) {
                return true;
            }
        }
        return false;
    }

    /** How many of the loops that are open the document goes on in. */
    private int shared(List<Loop> route, Content document) {
        int shared = 0;
        while (shared < path.size() && shared < route.size() && continues(path.get(shared), route, shared, document)) {
            shared++;
        }
        while (shared > 1 && shared < route.size() && path.get(shared - 1).isFull(route.get(shared))) {
            shared--;
        }
        return shared;
    }

    private static boolean continues(OpenLoop open, List<Loop> route, int depth, Content document) {
        Loop loop = route.get(depth);
        return open.loop == loop
                && !loop.isRecord()
                && loop.surroundings().equal(open.latest, document)
                && (loop.surroundings().sameConditions(open.latest, document)
                        || (depth + 1 < route.size() && isTogether(route.get(depth + 1), document)));
    }

    private static boolean isTogether(Loop loop, Content document) {
        return loop.in(document).kept(loop.key() + Reading.TOGETHER) != null;
    }

    private void open(Loop loop, Content document) throws IOException {
        OpenLoop parent = path.isEmpty() ? null : path.get(path.size() - 1);
        if (parent != null) {
            ordinal = parent.count(loop);
        }
        OpenLoop open = new OpenLoop(loop, document);
        Content source = loop.in(document);
        path.add(open);
        levelOwner = open;
        if (loop.first().counts(Counter.Kind.LEVEL)) {
            promiseLevelBelow();
        }
        int end = loop.isRecord()
                ? loop.children().size()
                : Math.min(loop.firstPathChild(), loop.children().size());
        writeChildren(loop, loop.wanted(source), end, source, ordinal);
    }

    private void closeDownTo(int depth) throws IOException {
        while (path.size() > depth) {
            OpenLoop closing = path.get(path.size() - 1);
            writeTrailing(closing);
            path.remove(path.size() - 1);
            if (closing.childMark >= 0) {
                out.release(closing.childMark, '0');
            }
        }
    }

    private void writeTrailing(OpenLoop open) throws IOException {
        if (open.loop.isRecord() || open.loop.firstPathChild() == Integer.MAX_VALUE) {
            return;
        }
        Content document = open.trailing == null ? open.latest : open.trailing;
        Content source = open.loop.in(document);
        String order = source.kept(open.loop.key() + Reading.TRAILING);
        List<Turn> parts = open.loop.trailing();
        writeInOrder(open.loop, order == null ? parts : Turn.inOrder(parts, order), source, 1);
    }

    /** Whether a document has something for what stands behind the records. */
    private boolean saysAnythingBehind(Content document) {
        return path.stream().anyMatch(open -> hasTrailingData(open, document));
    }

    private boolean hasTrailingData(OpenLoop open, Content document) {
        if (open.loop.isRecord() || open.loop.firstPathChild() == Integer.MAX_VALUE) {
            return false;
        }
        Content source = open.loop.in(document);
        for (Turn turn : open.loop.trailing()) {
            Part part = turn.part();
            boolean kept = part instanceof Use use && keeps(source, open.loop, use, 1);
            if (kept || part.hasData(source)) {
                return true;
            }
        }
        return false;
    }

    /** Writes the children up to one, in the order of the guide, or in the one that the document keeps. */
    private void writeChildren(Loop loop, BitSet wanted, int end, Content own, int newOrdinal) throws IOException {
        String order = own.keepsAnything() ? own.kept(loop.key() + Reading.ORDER) : null;
        if (order != null) {
            List<Turn> parts =
                    loop.children().subList(0, end).stream().map(Turn::all).toList();
            writeInOrder(loop, Turn.inOrder(parts, order), own, newOrdinal);
            return;
        }
        for (int child = wanted.nextSetBit(0); child >= 0 && child < end; child = wanted.nextSetBit(child + 1)) {
            ordinal = newOrdinal;
            writePart(loop, loop.turn(child), own);
        }
    }

    private void writeInOrder(Loop loop, List<Turn> turns, Content own, int newOrdinal) throws IOException {
        for (Turn turn : turns) {
            ordinal = newOrdinal;
            writePart(loop, turn, own);
        }
    }

    private void writePart(Loop loop, Turn turn, Content source) throws IOException {
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

    private void writeLoop(Loop loop, Turn turn, Content around) throws IOException {
        FieldPath at = loop.at();
        if (at != null && at.array()) {
            int items = at.size(around);
            if (turn.isFirst()) {
                complainOfTooMany(loop, items, around, at);
            }
            for (int i = turn.from(); i < turn.end(items); i++) {
                Content item = at.item(around, i);
                writeChildren(loop, loop.wanted(item), loop.children().size(), item, i + 1);
            }
            if (items == 0 && loop.required()) {
                complainOfMissing(loop, at.pointer(around));
            }
            return;
        }
        if (turn.isFirst()) {
            writeSingleLoop(loop, at, around);
        }
    }

    private void writeSingleLoop(Loop loop, FieldPath at, Content around) throws IOException {
        Content own = at == null ? around : at.open(around);
        BitSet wanted = loop.wanted(own);
        if (loop.hasOwnData(own, wanted)) {
            writeChildren(loop, wanted, loop.children().size(), own, 1);
        } else if (loop.required()) {
            FieldPath field = RequiredField.of(loop);
            if (field == null) {
                writeChildren(loop, wanted, loop.children().size(), own, 1);
            } else {
                complainOfMissing(loop, at == null ? field.pointer(own) : own.pointer());
            }
        }
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

    /** The document would be lost in the one before it, which says all that it says. */
    private void complainOfNothingNew(Loop end, Content document) {
        Loop missing = end.pathChildren().get(0);
        FieldPath field = RequiredField.of(missing);
        complainOfMissing(missing, field == null ? "" : field.pointer(missing.in(document)));
    }

    /** The document before would be lost in the one that comes. */
    private void complainOfNothingBefore(Loop end) {
        Loop missing = end.pathChildren().get(0);
        String message =
                "the document before this one says nothing beyond it: loop " + missing.id() + " is missing there";
        writing.segmentIssue(
                missing.missingCode(), message, missing.first().segment().id(), missing, "");
    }

    private void complainOfTooMany(Part part, int found, Content source, FieldPath at) {
        if (found > part.maximum()) {
            Loop where = part instanceof Loop loop ? loop : guide.root();
            writing.segmentIssue(
                    part instanceof Loop ? "IK304:4" : "IK304:5",
                    part.key() + " may stand " + part.maximum() + " times at most",
                    part.first().segment().id(),
                    where,
                    at == null ? source.pointer() : at.pointer(source));
        }
    }

    private void writeUse(Loop loop, Use use, Turn turn, Content source) throws IOException {
        FieldPath at = use.at();
        if (at != null && at.array()) {
            int items = at.size(source);
            if (turn.isFirst()) {
                complainOfTooMany(use, items, source, at);
            }
            for (int i = turn.from(); i < turn.end(items); i++) {
                writing.write(loop, use, 0, 1, at.item(source, i));
            }
            if (items == 0 && use.required()) {
                String message = use.key() + " is missing";
                String id = use.segment().id();
                writing.segmentIssue(use.missingCode(), message, id, loop, at.pointer(source));
            }
            return;
        }
        if (loop.isReplaced(use, source)) {
            return;
        }
        if (!use.required() && !use.hasData(source) && (at != null || !keeps(source, loop, use, 1))) {
            return;
        }
        Content own = at == null ? source : at.open(source);
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

    private static int occurrences(Loop loop, Use use, Content own) {
        int occurrences = use.occurrences(own);
        while (keeps(own, loop, use, occurrences + 1)) {
            occurrences++;
        }
        return occurrences;
    }

    private static boolean keeps(Content own, Loop loop, Use use, int occurrence) {
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
        OpenLoop above = levelAbove();
        if (above != null && above.childMark >= 0) {
            out.release(above.childMark, '1');
            above.childMark = -1;
        }
    }

    private OpenLoop levelAbove() {
        for (int i = path.indexOf(levelOwner) - 1; i >= 0; i--) {
            if (path.get(i).level != null) {
                return path.get(i);
            }
        }
        return null;
    }
}
