package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/**
 * Reads some documents of a file on another processor while those before are handled: what handles them is bound to the thread of its
 * transaction. Reading and handling are in the order of the file.
 */
final class ReadAhead implements DocumentHandler {

    /** So much waits to be handled, and little more. */
    private static final int MOST_STEPS = 100;

    private static final int MOST_CHARACTERS = 1 << 20;

    /** Who handles hears soon that nothing is to be handled in so much of the file. */
    private static final int MOST_EVENTS = 10_000;

    /** Who handles what is read. */
    interface Handler {

        void interchange(Interchange header);

        void group(FunctionalGroup header);

        void set(TransactionSet header, Guide guide);

        /** @param text that the document is the tree of */
        void document(Guide guide, ObjectNode document, String text);

        void issue(Issue issue);

        void setEnd(TransactionSet header);

        void interchangeEnd(Interchange header, boolean complete);
    }

    private final DocumentReader.Pass pass;
    private final Handler handler;
    private List<Runnable> steps = new ArrayList<>();
    private long characters;
    private boolean more = true;

    private ReadAhead(DocumentReader reader, InputStream in, Handler handler) {
        this.pass = reader.begin(in, this);
        this.handler = handler;
    }

    /**
     * Reads until the stream ends; throws what reading or handling throws, when nobody reads any more.
     *
     * @param meanwhile is run now and then by the thread that calls, whether anything is to be handled or not
     */
    static void read(DocumentReader reader, InputStream in, Handler handler, Runnable meanwhile) {
        ReadAhead ahead = new ReadAhead(reader, in, handler);
        CompletableFuture<Some> next = CompletableFuture.supplyAsync(ahead::some);
        try {
            for (Some read = result(next); !read.end(); read = result(next)) {
                next = CompletableFuture.supplyAsync(ahead::some);
                meanwhile.run();
                read.steps.forEach(Runnable::run);
            }
        } finally {
            next.exceptionally(failure -> Some.END).join();
        }
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * What comes next.
     *
     * @param steps of handling, which may be none
     * @param end nothing comes any more
     */
    private record Some(List<Runnable> steps, boolean end) {

        private static final Some END = new Some(List.of(), true);
    }

    private Some some() {
        if (!more) {
            return Some.END;
        }
        steps = new ArrayList<>();
        characters = 0;
        int events = 0;
        try {
            while (more && steps.size() < MOST_STEPS && characters < MOST_CHARACTERS && events < MOST_EVENTS) {
                more = pass.step();
                events++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Some(steps, false);
    }

    @Override
    public void interchange(Interchange header) {
        steps.add(() -> handler.interchange(header));
    }

    @Override
    public void group(FunctionalGroup header) {
        steps.add(() -> handler.group(header));
    }

    @Override
    public void set(TransactionSet header, Guide guide) {
        steps.add(() -> handler.set(header, guide));
    }

    @Override
    public void document(Guide guide, Document read) {
        ObjectNode document = read.json();
        String text = read.text();
        characters += text.length();
        steps.add(() -> handler.document(guide, document, text));
    }

    @Override
    public void issue(Issue issue) {
        steps.add(() -> handler.issue(issue));
    }

    @Override
    public void setEnd(TransactionSet header) {
        steps.add(() -> handler.setEnd(header));
    }

    @Override
    public void interchangeEnd(Interchange header, boolean complete) {
        steps.add(() -> handler.interchangeEnd(header, complete));
    }
}
