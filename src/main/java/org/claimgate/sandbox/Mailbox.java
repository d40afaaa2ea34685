package org.claimgate.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of one user and what happens in them. A file dropped in {@code outbound} is moved to the desk, which the
 * user cannot see; its answers are staged there as a whole and then renamed into {@code inbound} one by one, in order.
 * Every step is a rename, so that a process that dies in the middle goes on where it was: a file is answered once.
 *
 * <p>Not safe for concurrent use.
 */
final class Mailbox {

    static final String OUTBOUND = "outbound";
    static final String INBOUND = "inbound";

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final String LATER = ".later";

    private final Path outbound;
    private final Path inbound;
    private final Path received;
    private final Path answers;
    private final Path processed;
    private final Path unreadable;
    private final FileAnswerer answerer;

    /**
     * @param root what the user sees
     * @param desk what the user does not see; on the same file system
     */
    Mailbox(Path root, Path desk, FileAnswerer answerer) throws IOException {
        this.outbound = Files.createDirectories(root.resolve(OUTBOUND));
        this.inbound = Files.createDirectories(root.resolve(INBOUND));
        this.received = Files.createDirectories(desk.resolve("received"));
        this.answers = Files.createDirectories(desk.resolve("answers"));
        this.processed = Files.createDirectories(desk.resolve("processed"));
        this.unreadable = Files.createDirectories(desk.resolve("unreadable"));
        this.answerer = answerer;
    }

    /** Whether a name is final: not one that an upload goes by while it lasts. */
    static boolean isFinal(String name) {
        return !name.startsWith(".") && !name.endsWith(".tmp");
    }

    /** Finishes what an earlier process left, then takes everything that was dropped meanwhile. */
    void recover() throws IOException {
        for (Path half : Durable.list(answers)) {
            if (!isFinal(half.getFileName().toString())) {
                Durable.deleteFolder(half);
            }
        }
        publish();
        for (Path file : Durable.list(received)) {
            answer(file);
        }
        for (Path file : Durable.list(outbound)) {
            take(file.getFileName().toString());
        }
    }

    /** Takes a file that has become visible under its final name, and answers it. */
    void take(String name) throws IOException {
        Path file = outbound.resolve(name);
        if (!isFinal(name) || !Files.isRegularFile(file)) {
            return;
        }
        Path taken = received.resolve(unused(name));
        Durable.move(file, taken);
        answer(taken);
    }

    /** Brings out every answer whose turn has come. */
    void publish() throws IOException {
        for (Path staged : Durable.list(answers)) {
            publish(staged);
        }
    }

    private void answer(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path staged = answers.resolve(name);
        if (!Files.exists(staged)) {
            List<Answer> made;
            try {
                made = answerer.answer(Files.readAllBytes(file));
            } catch (RuntimeException fault) {
                LOG.error("Cannot answer file {}; it is kept under {}", name, unreadable, fault);
                Durable.move(file, unreadable.resolve(name));
                return;
            }
            stage(name, made);
            LOG.info("File {} gets {} answer files", name, made.size());
        }
        Durable.move(file, processed.resolve(name));
        publish(staged);
    }

    private void stage(String name, List<Answer> made) throws IOException {
        Path half = Files.createDirectory(answers.resolve("." + name));
        int ordinal = 0;
        for (Answer answer : made) {
            ordinal++;
            String file = stem(name) + "." + ordinal + "." + answer.kind() + "." + answer.ending()
                    + (answer.later() ? LATER : "");
            Durable.write(half.resolve(file), answer.bytes());
        }
        Durable.move(half, answers.resolve(name));
    }

    private void publish(Path staged) throws IOException {
        String stem = stem(staged.getFileName().toString()) + ".";
        for (Path answer : Durable.list(staged)) {
            String name = answer.getFileName().toString();
            if (name.endsWith(LATER)) {
                if (anyWaiting(stem)) {
                    return;
                }
                name = name.substring(0, name.length() - LATER.length());
            }
            Durable.move(answer, inbound.resolve(name));
        }
        Files.delete(staged);
    }

    private boolean anyWaiting(String prefix) throws IOException {
        return Durable.list(inbound).stream()
                .anyMatch(file -> file.getFileName().toString().startsWith(prefix));
    }

    private String unused(String name) {
        String candidate = name;
        for (int copy = 2; isUsed(candidate); copy++) {
            candidate = stem(name) + "-" + copy + name.substring(stem(name).length());
        }
        return candidate;
    }

    private boolean isUsed(String name) {
        return Files.exists(received.resolve(name))
                || Files.exists(answers.resolve(name))
                || Files.exists(processed.resolve(name))
                || Files.exists(unreadable.resolve(name));
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
