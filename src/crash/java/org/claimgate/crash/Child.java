package org.claimgate.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the harness: what it says is kept in a log and can be waited for, and it ends by SIGKILL. */
final class Child implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    private final String name;
    private final Process process;
    private final Thread listener;
    private final List<String> said = new ArrayList<>();
    private boolean silent;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.listener = new Thread(() -> listen(log), name + "-output");
        listener.start();
    }

    /** @param log file that its output is added to */
    static Child start(String name, List<String> command, Path log) {
        try {
            return new Child(
                    name, new ProcessBuilder(command).redirectErrorStream(true).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says a line with these words; false when it ends, or the time does, before. */
    synchronized boolean awaits(String words, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (said.stream().noneMatch(line -> line.contains(words))) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (silent || left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    /** Waits for words without which nothing can go on. */
    Child expect(String words, Duration time) {
        if (!awaits(words, time)) {
            throw new IllegalStateException(name + " did not say '" + words + "'; its log tells what it said");
        }
        return this;
    }

    void tell(String line) {
        try {
            Writer in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it go on for so long. */
    void lives(Duration time) {
        try {
            if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " ended by itself, with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** SIGSTOP: it stands still as a whole, and does not know it. */
    void pause() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        tool("kill", "-" + signal, String.valueOf(process.pid()));
    }

    /** No file of it can be longer from now on, as on a disk that is full; what there is of one can be written over. */
    void limitFiles(long bytes) {
        tool("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":");
    }

    private void tool(String... command) {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(name + ": " + List.of(command) + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it ends by itself, and answers with what status. */
    int ends(Duration time) {
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " did not end");
            }
            listener.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL, from outside: the process has no say in it. */
    void kill() {
        process.toHandle().destroyForcibly();
        try {
            int status = process.waitFor();
            listener.join();
            if (status != KILLED) {
                throw new IllegalStateException(name + " ended by itself, with status " + status);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end (SIGTERM) and waits until it has. */
    void end() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void listen(Path log) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer kept = Files.newBufferedWriter(
                        log, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                kept.write(line + "\n");
                kept.flush();
                hear(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fallSilent();
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        notifyAll();
    }

    private synchronized void fallSilent() {
        silent = true;
        notifyAll();
    }
}
