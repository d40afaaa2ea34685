package org.claimgate.guide;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.Fault;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/**
 * Reads any number of interchanges and hands out one JSON document per record: a claim (837), a payment (835), a
 * patient's claim status (277CA), an acknowledged set (999), a TA1. Fields of the loops around a record stand beside
 * it in the document. Where a loop around records holds something that no record carries (a batch refused as a whole
 * in a 277CA, the PLB of an 835, the AK9 of a 999), a document without a record carries it.
 *
 * <p>Memory does not grow with the file. Not safe for concurrent use.
 */
public final class DocumentReader {

    private static final Set<EnvelopeReader.Event> HEADERS = Set.of(
            EnvelopeReader.Event.INTERCHANGE_BEGIN,
            EnvelopeReader.Event.INTERCHANGE_ACKNOWLEDGMENT,
            EnvelopeReader.Event.GROUP_BEGIN,
            EnvelopeReader.Event.SET_BEGIN);

    /** The segment that ends what an event ends, unless it is missing. */
    private static final Map<EnvelopeReader.Event, String> TRAILERS = Map.of(
            EnvelopeReader.Event.SET_END, "SE",
            EnvelopeReader.Event.GROUP_END, "GE",
            EnvelopeReader.Event.INTERCHANGE_END, "IEA");

    private final Guides guides;
    private final Limits limits;

    public DocumentReader(Guides guides, Limits limits) {
        this.guides = guides;
        this.limits = limits;
    }

    /** Reads until the stream ends; throws only when the stream itself fails. */
    public void read(InputStream in, DocumentHandler handler) throws IOException {
        read(in, handler, (SegmentListener) null);
    }

    /** The same, and tells a listener of every segment and its place; null for none. */
    public void read(InputStream in, DocumentHandler handler, SegmentListener listener) throws IOException {
        read(in, handler, listener, new Repeats());
    }

    /** @param repeats of what was read before, with which the stream goes on */
    void read(InputStream in, DocumentHandler handler, SegmentListener listener, Repeats repeats) throws IOException {
        begin(in, handler, listener, repeats).run();
    }

    /** {@link #read(InputStream, DocumentHandler)} step by step. */
    public Pass begin(InputStream in, DocumentHandler handler) {
        return begin(in, handler, null, new Repeats());
    }

    private Pass begin(InputStream in, DocumentHandler handler, SegmentListener listener, Repeats repeats) {
        Function<Guide, SetReader> readers =
                guide -> new RecordReader(guide, document -> handler.document(guide, document), handler::issue);
        return new Pass(new EnvelopeReader(in, limits), handler, listener, readers, repeats);
    }

    /** Step by step, with readers that may work on a set later. */
    Pass pass(InputStream in, DocumentHandler handler, Function<Guide, SetReader> readers, Repeats repeats) {
        return new Pass(EnvelopeReader.forBatches(in, limits), handler, null, readers, repeats);
    }

    /** One stream being read. */
    public final class Pass {

        private final EnvelopeReader envelope;
        private final DocumentHandler handler;
        private final SegmentListener listener;
        private final Function<Guide, SetReader> newReader;
        private final Map<Guide, SetReader> readers = new HashMap<>();
        private SetReader open;
        private TransactionSet openSet;
        private FunctionalGroup openGroup;
        private GroupJudge groupJudge;
        private final Repeats repeats;
        private boolean insideInterchange;

        private Pass(
                EnvelopeReader envelope,
                DocumentHandler handler,
                SegmentListener listener,
                Function<Guide, SetReader> newReader,
                Repeats repeats) {
            this.envelope = envelope;
            this.repeats = repeats;
            this.handler = handler;
            this.listener = listener;
            this.newReader = newReader;
        }

        private void run() throws IOException {
            boolean more = true;
            while (more) {
                more = step();
            }
        }

        /** Reads what comes next, and hands it to the handler; false where the stream ends. */
        public boolean step() throws IOException {
            EnvelopeReader.Event event = envelope.next();
            if (event == EnvelopeReader.Event.END) {
                breakOff();
                return false;
            }
            handle(event);
            return true;
        }

        private void handle(EnvelopeReader.Event event) {
            if (listener != null && HEADERS.contains(event)) {
                listener.envelope(envelope.segment());
            }
            switch (event) {
                case SEGMENT -> readSegment();
                case SET_BEGIN -> beginSet();
                case SET_END -> endSet();
                case GROUP_BEGIN -> beginGroup();
                case GROUP_END -> endGroup(envelope.segment());
                case INTERCHANGE_BEGIN -> beginInterchange();
                case INTERCHANGE_END -> endInterchange(true);
                case INTERCHANGE_ACKNOWLEDGMENT -> readInterchangeAcknowledgment();
                case FAULT -> report(envelope.fault());
                default -> {}
            }
            if (listener != null && envelope.segment().id().equals(TRAILERS.get(event))) {
                listener.envelope(envelope.segment());
            }
        }

        private void readSegment() {
            handler.segment(envelope.segment(), envelope.positionInSet());
            if (open != null) {
                open.segment(envelope.segment(), envelope.positionInSet());
            }
            if (listener != null) {
                listener.placed(envelope.segment(), open == null ? SegmentPlace.UNKNOWN : open.place());
            }
        }

        private void beginInterchange() {
            breakOff();
            insideInterchange = true;
            repeats.begin(envelope.interchange());
            handler.interchange(envelope.interchange());
        }

        private void endInterchange(boolean complete) {
            endGroup(null);
            insideInterchange = false;
            handler.interchangeEnd(envelope.interchange(), complete);
        }

        private void breakOff() {
            if (insideInterchange) {
                endInterchange(false);
            }
        }

        private void beginGroup() {
            endGroup(null);
            openGroup = envelope.group();
            groupJudge = new GroupJudge(guides, openGroup);
            handler.group(openGroup);
        }

        /** @param trailer GE, or the segment that came instead; null where nothing came */
        private void endGroup(Segment trailer) {
            endSet();
            if (openGroup != null) {
                FunctionalGroup ending = openGroup;
                openGroup = null;
                boolean ended = trailer != null && trailer.id().equals("GE");
                handler.groupEnd(ending, ended ? trailer.text(1).trim() : "");
            }
        }

        private void beginSet() {
            endSet();
            TransactionSet begun = envelope.set();
            Guide guide = groupJudge.guide(begun);
            groupJudge
                    .objection(guide)
                    .ifPresent(
                            found -> handler.issue(Issue.error(found.code(), found.words(), place("GS", 0), "", null)));
            openSet = begun;
            handler.set(openSet, guide);
            groupJudge
                    .objection(openSet, guide)
                    .ifPresent(
                            found -> handler.issue(Issue.error(found.code(), found.words(), place("ST", 1), "", null)));
            if (guide == null) {
                return;
            }
            Repetition repetition = repeats.begin(envelope.group(), envelope.set());
            open = reader(guide);
            open.begin(envelope.interchange(), envelope.group(), envelope.set(), repetition);
        }

        private SetReader reader(Guide guide) {
            return readers.computeIfAbsent(guide, newReader);
        }

        private void endSet() {
            endSet(true);
        }

        private void endSet(boolean complete) {
            if (open != null) {
                SetReader ending = open;
                open = null;
                ending.end(complete);
            }
            if (openSet != null) {
                TransactionSet ended = openSet;
                openSet = null;
                handler.setEnd(ended);
            }
        }

        private void readInterchangeAcknowledgment() {
            Segment segment = envelope.segment();
            guides.find(segment.id(), segment.id()).ifPresent(guide -> {
                SetReader alone = reader(guide);
                alone.begin(envelope.interchange(), null, null, repeats.current());
                alone.segment(segment, 0);
                alone.end(true);
            });
        }

        private void report(Fault fault) {
            if (fault.fatal()) {
                endSet(false);
            }
            String family =
                    switch (fault.level()) {
                        case INTERCHANGE -> "TA105:";
                        case GROUP -> "AK905:";
                        case SET -> "IK502:";
                        case SEGMENT -> "IK304:";
                    };
            boolean inElement = fault.element() > 0 && envelope.set() != null;
            String code = inElement ? Reading.CONTROL_CHARACTER : family + fault.code();
            String words = fault.message() + " (segment " + fault.segment() + ", byte " + fault.offset() + ")";
            handler.issue(Issue.error(code, words, place(fault), "", null));
            if (fault.fatal()) {
                breakOff();
            }
        }

        /** A fault of a segment in a set comes before the segment does. */
        private Place place(Fault fault) {
            boolean ofNext = fault.level() == Fault.Level.SEGMENT && envelope.set() != null;
            return ofNext
                    ? place(envelope.segment().id(), envelope.positionInSet() + 1, fault.element())
                    : place("", envelope.positionInSet());
        }

        private Place place(String segment, int position) {
            return place(segment, position, 0);
        }

        private Place place(String segment, int position, int element) {
            return new Place(
                    envelope.interchange() == null ? "" : envelope.interchange().controlNumber(),
                    envelope.group() == null ? "" : envelope.group().controlNumber(),
                    envelope.set() == null ? "" : envelope.set().controlNumber(),
                    position,
                    segment,
                    "",
                    element,
                    0);
        }
    }
}
