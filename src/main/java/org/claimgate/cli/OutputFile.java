package org.claimgate.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a command writes: the file that was named, or standard output. */
record OutputFile(Path path) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Where to write what is made of the inputs.
     *
     * @param path null for standard output
     * @throws CommandFailure for a file that is read as well
     */
    static OutputFile of(Path path, List<Input> inputs) throws IOException {
        OutputFile output = new OutputFile(path);
        for (Input input : inputs) {
            output.refuseToOverwrite(input);
        }
        return output;
    }

    private void refuseToOverwrite(Input input) throws IOException {
        if (path != null && input.isFile() && Files.exists(path) && Files.isSameFile(path, Path.of(input.name()))) {
            throw new CommandFailure(path + ": is read and cannot be written at the same time");
        }
    }

    /** @throws CommandFailure if it cannot be written, with the reason */
    OutputStream open() {
        return new BufferedOutputStream(path == null ? new StandardOutput(System.out) : openFile(), BUFFER);
    }

    private OutputStream openFile() {
        try {
            return Files.newOutputStream(path);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + path + ": " + obstacle(), unwritable);
        }
    }

    private String obstacle() {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (!Files.exists(path.toAbsolutePath().getParent())) {
            return "the folder does not exist";
        }
        return "the file or its folder may not be written";
    }

    /** Standard output, which stays open, and which tells when nobody reads it any more. */
    private static final class StandardOutput extends OutputStream {

        private final PrintStream out;

        private StandardOutput(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (out.checkError()) {
                throw new IOException("standard output was closed");
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
