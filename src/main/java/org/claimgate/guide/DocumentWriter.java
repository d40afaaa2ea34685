package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.SegmentWriter;

/**
 * Writes documents as interchanges. ISA, GS and ST come from each document's {@code envelope} object ({@link Envelope});
 * a document whose envelope differs from the one before it ends that interchange, group or set and opens the next.
 * Documents that follow one another with equal surroundings share their billing provider, subscriber, payer loops.
 */
public final class DocumentWriter implements AutoCloseable {

    private final SegmentWriter out;
    private final Consumer<Issue> issues;
    private final Writing.Trace trace;
    private Predicate<Guide> wholeSets = anyGuide -> false;
    private Consumer<Envelope> leftOut;
    private Envelope open;
    /** What was open before the set. */
    private Envelope openBefore;

    private Repetition repetition = Repetition.NONE;
    private Guide guide;
    private RecordWriter records;
    private Content last;
    /** Whether the set is written as a whole or not at all, and whether it has errors. */
    private boolean whole;

    private boolean flawed;

    /**
     * @param lineBreak behind every terminator: "", "\n" or "\r\n"
     * @param replacement for a delimiter inside data; null refuses such data with an issue
     */
    public DocumentWriter(
            OutputStream out, Delimiters delimiters, String lineBreak, Character replacement, Consumer<Issue> issues) {
        this(new SegmentWriter(out, delimiters, lineBreak, replacement), issues, null);
    }

    DocumentWriter(SegmentWriter out, Consumer<Issue> issues, Writing.Trace trace) {
        this.out = out;
        this.issues = issues;
        this.trace = trace;
    }

    /**
     * From now on a set is left out as a whole if one of its documents has an error, and with it a group or an interchange in which
     * no set is left.
     *
     * @param guides of whose sets that holds
     * @param newLeftOut gets the envelope of each such set when it ends
     */
    public void writeWholeSets(Predicate<Guide> guides, Consumer<Envelope> newLeftOut) {
        wholeSets = guides;
        leftOut = newLeftOut;
    }

    /** A document of the set that is open is not to be had: the set has an error. */
    public void miss() {
        flawed = true;
    }

    /**
     * Writes one document behind the ones before it. One that says what the guide has no field for, or whose envelope cannot be written, is
     * left out with issues.
     *
     * @return false if there was an error
     */
    public boolean write(Guide newGuide, ObjectNode document) throws IOException {
        List<Issue> refused = new ArrayList<>();
        Content content = newGuide.content(document, refused::add);
        Envelope envelope = newGuide.envelope().envelope(content, newGuide);
        List<Issue> objections = objections(newGuide, content, envelope);
        Repetition newRepetition = newGuide.envelope().repetition(content);
        refused.addAll(objections);
        refused.forEach(issues);
        if (refused.isEmpty()) {
            return write(newGuide, content, envelope, newRepetition);
        }
        if (objections.isEmpty() && wholeSets.test(newGuide)) {
            move(newGuide, envelope, newRepetition);
            last = content;
            flawed = true;
        }
        return false;
    }

    /**
     * The same for a document that is written without an issue; of another, nothing is written. The document must stay as it is as long
     * as the writer {@link #looksBackAt} it.
     */
    boolean writeFlawless(Guide newGuide, Content document) throws IOException {
        boolean written;
        if (newGuide == guide && records != null && EnvelopeFields.same(last, document)) {
            written = records.writeFlawless(document);
        } else {
            Envelope envelope = newGuide.envelope().envelope(document, newGuide);
            written = objections(newGuide, document, envelope).isEmpty()
                    && newGuide.check(document).isEmpty();
            if (written) {
                write(newGuide, document, envelope, newGuide.envelope().repetition(document));
            }
        }
        last = written ? document : last;
        return written;
    }

    boolean looksBackAt(Content document) {
        return document == last || (records != null && records.looksBackAt(document));
    }

    private boolean write(Guide newGuide, Content document, Envelope envelope, Repetition newRepetition)
            throws IOException {
        move(newGuide, envelope, newRepetition);
        last = document;
        boolean flawedBefore = flawed;
        flawed = false;
        records.write(document);
        boolean written = !flawed;
        flawed |= flawedBefore;
        return written;
    }

    private List<Issue> objections(Guide newGuide, Content document, Envelope envelope) {
        List<Issue> misfits = newGuide.envelope().misfits(document);
        List<Issue> objections = new ArrayList<>(misfits);
        faults(newGuide, envelope).stream()
                .filter(issue ->
                        misfits.stream().noneMatch(misfit -> misfit.pointer().equals(issue.pointer())))
                .forEach(objections::add);
        if (newGuide.envelope().isAlone(document)) {
            String expected = "expected something beside the envelope";
            objections.add(Issue.error("JSON:required", expected, Place.NOWHERE, "", null));
        }
        return objections;
    }

    /** What is open has none. */
    private List<Issue> faults(Guide newGuide, Envelope envelope) {
        return newGuide == guide && envelope.equals(open)
                ? List.of()
                : EnvelopeCheck.of(envelope, newGuide, out::carries);
    }

    private void move(Guide newGuide, Envelope next, Repetition nextRepetition) throws IOException {
        boolean sameInterchange = repetition.interchange() == nextRepetition.interchange();
        boolean sameSet = repetition.set() == nextRepetition.set() && guide == newGuide;
        repetition = nextRepetition;
        if (open != null && !(sameInterchange && open.interchange().equals(next.interchange()))) {
            endInterchange();
        } else if (open != null && !Objects.equals(open.group(), next.group())) {
            endGroup();
        } else if (open != null && !(sameSet && Objects.equals(open.set(), next.set()))) {
            endSet();
        }
        if (records == null) {
            beginSet(newGuide, next);
        }
    }

    private void beginSet(Guide newGuide, Envelope next) throws IOException {
        whole = wholeSets.test(newGuide);
        flawed = false;
        openBefore = open;
        if (whole) {
            out.beginProvisional();
        }
        if (open == null) {
            out.beginInterchange(next.interchange());
        }
        if ((open == null || open.group() == null) && next.group() != null) {
            out.beginGroup(next.group());
        }
        if (next.set() != null) {
            out.beginSet(next.set());
        }
        open = next;
        guide = newGuide;
        records = new RecordWriter(newGuide, out, this::report, trace);
        records.begin(next, true);
    }

    private void report(Issue issue) {
        flawed |= issue.isError();
        issues.accept(issue);
    }

    private void endSet() throws IOException {
        if (records == null) {
            return;
        }
        records.end();
        records = null;
        if (whole && flawed) {
            leftOut.accept(open);
            out.dropProvisional();
            open = openBefore;
            return;
        }
        if (open.set() != null) {
            out.endSet();
        }
        if (whole) {
            out.keepProvisional();
        }
        open = new Envelope(open.interchange(), open.group(), null);
    }

    private void endGroup() throws IOException {
        endSet();
        if (open != null && open.group() != null) {
            out.endGroup();
            open = new Envelope(open.interchange(), null, null);
        }
    }

    private void endInterchange() throws IOException {
        endGroup();
        if (open != null) {
            out.endInterchange();
            open = null;
        }
    }

    /** Ends what is open and flushes, without closing the stream underneath. */
    @Override
    public void close() throws IOException {
        endInterchange();
        out.close();
    }
}
