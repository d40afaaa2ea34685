package org.claimgate.guide;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets the stretches of a file speak one after the other. Whoever reads the first stretch that is not read to its end never
 * waits, so that all the others need not wait for ever. This object is the monitor for what the threads share of it.
 */
final class SpeakingOrder {

    private final OutputStream out;
    private final Consumer<Issue> issues;
    private final long mostKept;
    private final Map<Long, Voice> ended = new HashMap<>();
    private final Deque<JsonText> spare = new ArrayDeque<>();
    private long turn;
    private long kept;
    private long documents;
    private Throwable failure;

    /** @param mostKept bytes that may be kept for their turn */
    SpeakingOrder(OutputStream out, Consumer<Issue> issues, long mostKept) {
        this.out = out;
        this.issues = issues;
        this.mostKept = mostKept;
    }

    /**
     * Whether a voice is to keep so many bytes more; waits while there are too many. If not, it is its turn, and nobody
     * else's until it has ended.
     */
    synchronized boolean mayKeep(Voice voice, long bytes) {
        waitUntil(() -> turn == voice.number() || kept + bytes <= mostKept);
        if (turn == voice.number()) {
            return false;
        }
        kept += bytes;
        voice.weight(voice.weight() + bytes);
        return true;
    }

    /** Says what a voice has, whose turn it is. */
    void say(Voice voice) {
        voice.say(out, issues);
        if (voice.weight() > 0) {
            forget(voice);
        }
    }

    private synchronized void forget(Voice voice) {
        kept -= voice.weight();
        voice.weight(0);
        notifyAll();
    }

    /** The stretch is read: says what is left, and what those behind it have kept, when its turn comes. */
    void end(Voice voice) {
        for (Voice next = takeTurn(voice); next != null; next = pass(next)) {
            say(next);
        }
    }

    private synchronized Voice takeTurn(Voice voice) {
        documents += voice.documents();
        if (!mayKeep(voice, voice.rest())) {
            return voice;
        }
        ended.put(voice.number(), voice);
        return null;
    }

    /** The voice behind one that has said everything; null if its stretch is not read yet. */
    private synchronized Voice pass(Voice voice) {
        voice.close();
        turn++;
        notifyAll();
        return ended.remove(turn);
    }

    synchronized JsonText emptyText() {
        return spare.isEmpty() ? new JsonText() : spare.pop();
    }

    /** Takes back a text that was said. */
    synchronized void spare(JsonText text) {
        if (!text.isLarge()) {
            spare.push(text);
        }
    }

    synchronized long documents() {
        return documents;
    }

    /** Ends everybody's waiting: something is broken. */
    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
        notifyAll();
    }

    /** What is broken; null for nothing. */
    synchronized Throwable failure() {
        return failure;
    }

    private void waitUntil(BooleanSupplier condition) {
        try {
            while (failure == null && !condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading sets side by side", e);
        }
        checkFailure();
    }

    private void checkFailure() {
        if (failure != null) {
            throw new IllegalStateException("another thread has failed", failure);
        }
    }
}
