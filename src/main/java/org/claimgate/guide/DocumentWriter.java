package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.SegmentWriter;
import org.claimgate.x12.TransactionSet;

/**
 * Writes documents as interchanges. ISA, GS and ST come from each document's {@code envelope} object ({@link Envelope});
 * a document whose envelope differs from the one before it ends that interchange, group or set and opens the next.
 * Documents that follow one another with equal surroundings share their billing provider, subscriber, payer loops.
 */
public final class DocumentWriter implements AutoCloseable {

    private final SegmentWriter out;
    private final Consumer<Issue> issues;
    private final Writing.Trace trace;
    private Envelope open;
    private Repetition repetition = Repetition.NONE;
    private Guide guide;
    private RecordWriter records;
    private Content last;

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

    /** Writes one document behind the ones before it; one whose envelope cannot be written is left out with issues. */
    public void write(Guide newGuide, ObjectNode document) throws IOException {
        write(newGuide, newGuide.content(document, issues), Envelope.of(document), Repetition.of(document));
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
            Envelope envelope = newGuide.envelope().envelope(document);
            written = objections(newGuide, envelope).isEmpty()
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

    private void write(Guide newGuide, Content document, Envelope envelope, Repetition newRepetition)
            throws IOException {
        List<Issue> refused = objections(newGuide, envelope);
        if (!refused.isEmpty()) {
            refused.forEach(issues);
            return;
        }
        move(newGuide, envelope, newRepetition);
        last = document;
        records.write(document);
    }

    private List<Issue> objections(Guide newGuide, Envelope envelope) {
        return EnvelopeCheck.of(envelope, newGuide.dictionary(), out::carries);
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
        if (open == null) {
            out.beginInterchange(next.interchange());
            open = new Envelope(next.interchange(), null, null);
        }
        if (open.group() == null && next.group() != null) {
            out.beginGroup(next.group());
            open = new Envelope(next.interchange(), next.group(), null);
        }
        if (records == null) {
            beginSet(newGuide, next);
        }
    }

    private void beginSet(Guide newGuide, Envelope next) throws IOException {
        if (next.set() != null) {
            TransactionSet set = next.set();
            out.beginSet(set);
        }
        open = next;
        guide = newGuide;
        records = new RecordWriter(newGuide, out, issues, trace);
        records.begin(next, true);
    }

    private void endSet() throws IOException {
        if (records != null) {
            records.end();
            records = null;
            if (open.set() != null) {
                out.endSet();
            }
            open = new Envelope(open.interchange(), open.group(), null);
        }
    }

    private void endGroup() throws IOException {
        endSet();
        if (open.group() != null) {
            out.endGroup();
            open = new Envelope(open.interchange(), null, null);
        }
    }

    private void endInterchange() throws IOException {
        endGroup();
        out.endInterchange();
        open = null;
    }

    /** Ends what is open and flushes, without closing the stream underneath. */
    @Override
    public void close() throws IOException {
        if (open != null) {
            endInterchange();
        }
        out.close();
    }
}
