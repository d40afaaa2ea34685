package org.claimgate.guide;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one stretch of a file has to say, its lines and its issues: said at once when it is its turn, kept until then. */
final class Voice {

    /** Lines are handed on when there are so many bytes of them. */
    private static final int TEXT_BYTES = 56 * 1024;

    /** What an issue takes of memory, roughly. */
    private static final int ISSUE_BYTES = 512;

    private final long number;
    private final SpeakingOrder order;
    private final List<JsonText> full = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private JsonText text;
    private long documents;
    private int unweighed;
    private long weight;

    /** @param number of the stretch, from 0 */
    Voice(long number, SpeakingOrder order) {
        this.number = number;
        this.order = order;
        this.text = order.emptyText();
    }

    long number() {
        return number;
    }

    long documents() {
        return documents;
    }

    /** How many bytes of memory it keeps, as far as {@link SpeakingOrder} was asked for them. */
    long weight() {
        return weight;
    }

    void weight(long newWeight) {
        weight = newWeight;
    }

    /** What else it would keep if it had to wait now. */
    long rest() {
        return (long) unweighed + TEXT_BYTES;
    }

    void document(Document document) {
        int before = text.length();
        document.appendTo(text);
        text.add('\n');
        documents++;
        weigh(text.length() - before);
    }

    void issue(Issue issue) {
        issues.add(issue);
        weigh(ISSUE_BYTES);
    }

    private void weigh(int more) {
        unweighed += more;
        if (unweighed >= TEXT_BYTES) {
            handOn();
        }
    }

    /** Says what there is if it is time; otherwise keeps it, and waits if too much is kept already. */
    private void handOn() {
        if (order.mayKeep(this, unweighed)) {
            full.add(text);
            text = order.emptyText();
        } else {
            order.say(this);
        }
        unweighed = 0;
    }

    /** Says and forgets what there is. */
    void say(OutputStream out, Consumer<Issue> listener) {
        issues.forEach(listener);
        issues.clear();
        full.forEach(lines -> write(lines, out));
        full.forEach(order::spare);
        full.clear();
        write(text, out);
    }

    private static void write(JsonText lines, OutputStream out) {
        try {
            lines.writeTo(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        lines.clear();
    }

    /** Gives back what it said its lines with. */
    void close() {
        order.spare(text);
    }
}
