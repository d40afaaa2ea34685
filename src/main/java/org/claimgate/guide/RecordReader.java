package org.claimgate.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/**
 * Reads the segments of one transaction set after another by its guide's loop tree. A segment is looked for in the
 * innermost open loop first, from the place reached on, then in the loops around it.
 */
final class RecordReader implements SetReader {

    private final Guide guide;
    private final Consumer<Document> documents;
    private final Reading reading;
    private final Frame root;
    private final Document document;
    private final LoopEnd loopEnd;
    private final Misplaced misplaced;
    private final Levels levels = new Levels();
    private final Stray stray = new Stray();
    private Frame top;
    private Frame current;
    private boolean lost;
    /** The loop that the segment before stood too late in: what follows it there is too late because of it. */
    private Frame behind;

    RecordReader(Guide guide, Consumer<Document> documents, Consumer<Issue> issues) {
        this.guide = guide;
        this.documents = documents;
        this.reading =
                new Reading(issues, this::expectedCount, guide.dictionary().codes());
        this.loopEnd = new LoopEnd(reading);
        this.root = new Frame(guide.root(), null, guide.shape());
        this.document = new Document(guide.shape());
        this.misplaced = new Misplaced(guide);
    }

    @Override
    public void begin(Interchange interchange, FunctionalGroup group, TransactionSet set, Repetition repetition) {
        reading.inside(interchange, group, set);
        document.inside(new Envelope(interchange, group, set), guide, repetition);
        levels.begin();
        lost = false;
        behind = null;
        stray.end();
        root.open(1);
        top = root;
    }

    @Override
    public void segment(Segment segment, int position) {
        reading.at(segment, position);
        if (stray.takes(segment)) {
            reading.keepSegment(top.content(), top.loop);
            return;
        }
        for (Frame frame = top; frame != null; frame = frame.parent) {
            int child = frame.findForward(segment, false);
            if (child >= 0) {
                behind = null;
                accept(frame, child);
                return;
            }
        }
        if (!acceptTooMany(segment) && !acceptOutOfSequence(segment)) {
            refuse(segment);
        }
    }

    @Override
    public SegmentPlace place() {
        Deque<SegmentPlace.Step> steps = new ArrayDeque<>();
        for (Frame frame = top; frame != null; frame = frame.parent) {
            steps.addFirst(new SegmentPlace.Step(frame.loop.id(), frame.loop.title(), frame.ordinal));
        }
        Use use = lost ? null : reading.use();
        return new SegmentPlace(List.copyOf(steps), use == null ? "" : use.key(), use == null ? "" : use.title());
    }

    @Override
    public void end(boolean complete) {
        reading.silence(!complete);
        closeDownTo(root);
        close(root);
        reading.silence(false);
        top = null;
    }

    private void accept(Frame frame, int child) {
        lost = false;
        Part part = frame.loop.children().get(child);
        if (part instanceof Use use) {
            closeDownTo(frame);
            readUse(frame, use, frame.enter(child));
            return;
        }
        Frame inner = frame.child(child);
        if (inner == top && inner.holdsOnlyItsBeginning()) {
            if (isDoubled(inner)) {
                passOverDoubled(inner);
                return;
            }
            inner.breaksOff = true;
        }
        closeDownTo(frame);
        int occurrence = frame.enter(child);
        inner.open(occurrence);
        top = inner;
        accept(inner, 0);
    }

    /** Whether the segment begins the level that it stands in once more. */
    private boolean isDoubled(Frame level) {
        return level.level != null
                && reading.value(level.loop.first().counter(Counter.Kind.LEVEL)).matches(level.level);
    }

    private void passOverDoubled(Frame level) {
        reading.segmentIssue(
                "IK304:5",
                "the segment stands twice",
                level.loop.first().segment().id(),
                level.loop,
                level.content().pointer());
        reading.keepSegment(level.content(), level.loop);
    }

    private void readUse(Frame frame, Use use, int occurrence) {
        current = frame;
        reading.read(frame.loop, use, occurrence, frame.contentOf(use));
        if (frame.loop.isOnPath() && use == frame.loop.first()) {
            frame.begun = reading.position();
        }
        if (use.isConditional()) {
            Situation.note(frame, use, reading);
        }
        for (Frame path = frame; path != null; path = path.parent) {
            if (path.loop.isOnPath()) {
                path.uncarried = true;
                return;
            }
        }
    }

    private boolean acceptTooMany(Segment segment) {
        for (Frame frame = top; frame != null; frame = frame.parent) {
            int child = frame.findForward(segment, true);
            if (child >= 0) {
                if (frame != behind) {
                    complainOfTooMany(frame, frame.loop.children().get(child), segment);
                }
                if (top.parent == frame
                        && top.loop == frame.loop.children().get(child)
                        && top.holdsOnlyItsBeginning()) {
                    top.excuseAll();
                }
                accept(frame, child);
                return true;
            }
        }
        return false;
    }

    private void complainOfTooMany(Frame frame, Part part, Segment segment) {
        reading.segmentIssue(
                part instanceof Loop ? "IK304:4" : "IK304:5",
                part.key() + " may stand " + part.maximum() + " times at most",
                segment.id(),
                frame.loop,
                frame.content().pointer());
    }

    private boolean acceptOutOfSequence(Segment segment) {
        for (Frame frame = top; frame != null; frame = frame.parent) {
            int child = frame.findBackward(segment);
            if (child >= 0) {
                if (!lost && frame != behind) {
                    reading.segmentIssue(
                            "IK304:7",
                            "the segment stands too late in loop " + frame.loop.id(),
                            segment.id(),
                            frame.loop,
                            frame.content().pointer());
                }
                behind = frame;
                if (isTornByReturnTo(frame)) {
                    passOver(segment, frame.loop.children().get(child) instanceof Loop loop ? loop : null);
                    frame.excuse(child);
                } else {
                    accept(frame, child);
                }
                return true;
            }
        }
        return false;
    }

    /** Whether a loop would end unfinished: a level, which only another level ends, or one that lacks what it must have. */
    private boolean isTornByReturnTo(Frame frame) {
        for (Frame inner = top; inner != frame; inner = inner.parent) {
            if (inner.level != null || inner.isUnfinished()) {
                return true;
            }
        }
        return false;
    }

    private void passOver(Segment segment, Loop begun) {
        lost = true;
        reading.keepSegment(top.content(), top.loop);
        stray.begin(segment, begun, top);
        if (stray.isLevel()) {
            levels.skip();
        }
    }

    private void refuse(Segment segment) {
        if (!lost) {
            excuse(segment);
        }
        if (!lost && !isDamaged(segment)) {
            Misplaced.Finding found = misplaced.judge(segment, top.loop);
            reading.segmentIssue(
                    found.code(),
                    found.words(),
                    segment.id(),
                    found.loop(),
                    top.content().pointer());
        }
        passOver(segment, null);
    }

    /** Whether what tells the segment from others may be unreadable, which was told where it was cut out of the file. */
    private static boolean isDamaged(Segment segment) {
        return IntStream.rangeClosed(0, segment.elements()).anyMatch(segment::holdsControlCharacter);
    }

    /** What was taken for a segment without a place is the next of its id that must be there: it is not missing too. */
    private void excuse(Segment segment) {
        for (Frame frame = top; frame != null; frame = frame.parent) {
            for (int child : frame.loop.requiredChildren()) {
                Use first = frame.loop.children().get(child).first();
                if (first.packedId() == segment.packedId() && frame.lacks(child) && !frame.isExcused(child)) {
                    frame.excuse(child);
                    return;
                }
            }
            if (frame.situations.removeIf(situation -> situation.isMissing(segment))) {
                return;
            }
        }
    }

    private void closeDownTo(Frame frame) {
        while (top != frame) {
            Frame closing = top;
            top = closing.parent;
            close(closing);
        }
    }

    private void close(Frame frame) {
        loopEnd.judge(frame);
        frame.keepEnd();
        if (frame.loop.isRecord() || (frame.loop.isOnPath() && frame.uncarried)) {
            emit(frame);
        }
    }

    private void emit(Frame innermost) {
        document.clear();
        addLayers(innermost, innermost);
        Frame inner = null;
        for (Frame frame = innermost; frame != null; frame = frame.parent) {
            frame.keepBeginning();
            frame.note(document, inner);
            inner = frame;
        }
        for (Frame frame = innermost; frame != null; frame = frame.parent) {
            frame.carried();
        }
        documents.accept(document);
    }

    private void addLayers(Frame frame, Frame innermost) {
        if (frame == null) {
            return;
        }
        addLayers(frame.parent, innermost);
        document.add(frame.scope());
        Scope aside = frame.aside(innermost);
        if (aside != null) {
            document.add(aside);
        }
    }

    private String expectedCount(Counter.Kind kind, String found) {
        return levels.expected(kind, found, current, reading.position());
    }
}
