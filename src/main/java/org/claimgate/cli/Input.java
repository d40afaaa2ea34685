package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A file named on the command line, or standard input for {@code -}. */
record Input(String name) {

    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 64 * 1024;
    private static final int LOOK_AHEAD = 1024;
    private static final long LARGE = 16L * 1024 * 1024;
    /** Behind blanks and the bytes of a byte order mark: an object, an array, or a value that is no claim. */
    private static final Pattern JSON_BEGINNING =
            Pattern.compile("[ \\t\\r\\n\\x80-\\xFF]*+(?:[\\[{\"]|-?\\d|(?:null|true|false)\\b)");

    private static final int BAR_WIDTH = 79;

    /** What a file holds, told by its beginning. */
    enum Content {
        JSON,
        X12
    }

    /**
     * The files of a command line.
     *
     * @throws CommandFailure if one cannot be read at all, or standard input is named twice
     */
    static List<Input> of(List<String> names) {
        if (Collections.frequency(names, STANDARD_INPUT) > 1) {
            throw new CommandFailure(
                    "standard input can be read once; " + STANDARD_INPUT + " was given more than once");
        }
        List<Input> inputs = names.stream().map(Input::new).toList();
        inputs.forEach(Input::checkReadable);
        return inputs;
    }

    private void checkReadable() {
        if (isFile() && !Files.isReadable(Path.of(name))) {
            throw new CommandFailure(name + ": no such file, or it may not be read");
        }
        if (isFile() && Files.isDirectory(Path.of(name))) {
            throw new CommandFailure(name + ": is a folder, a file was expected");
        }
    }

    boolean isFile() {
        return !name.equals(STANDARD_INPUT);
    }

    /** How it is called in messages. */
    String title() {
        return isFile() ? name : "standard input";
    }

    /** Opens it, with a progress bar on a terminal if it is large. */
    BufferedInputStream open() throws IOException {
        InputStream in = isFile() ? Files.newInputStream(Path.of(name)) : System.in;
        boolean watched = isFile() && System.console() != null && Files.size(Path.of(name)) >= LARGE;
        return new BufferedInputStream(watched ? ProgressBar.wrap(in, progress()) : in, BUFFER);
    }

    private ProgressBarBuilder progress() throws IOException {
        PrintStream err = System.err;
        return new ProgressBarBuilder()
                .setTaskName(Path.of(name).getFileName().toString())
                .setInitialMax(Files.size(Path.of(name)))
                .setUnit(" MB", 1_000_000)
                .setConsumer(new ConsoleProgressBarConsumer(err, BAR_WIDTH));
    }

    /** Looks at the beginning without reading it away. X12, unless it begins like JSON. */
    static Content content(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        String beginning = new String(in.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        return JSON_BEGINNING.matcher(beginning).lookingAt() ? Content.JSON : Content.X12;
    }
}
