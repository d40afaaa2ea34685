package org.claimgate.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A stream before another that holds back what may be dropped: in memory, and what is more than that in a temporary file that has no
 * name where the system allows it, and is gone when it is closed.
 */
final class ProvisionalStream extends OutputStream {

    private static final int IN_MEMORY = 8 * 1024 * 1024;

    private final OutputStream out;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private FileChannel file;
    private boolean provisional;

    ProvisionalStream(OutputStream out) {
        this.out = out;
    }

    /** What is written from now on is held back. */
    void begin() {
        provisional = true;
    }

    /** Writes what was held back. */
    void keep() throws IOException {
        provisional = false;
        if (file != null) {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
        memory.writeTo(out);
        forget();
    }

    /** Forgets what was held back. */
    void drop() throws IOException {
        provisional = false;
        forget();
    }

    private void forget() throws IOException {
        memory.reset();
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!provisional) {
            out.write(bytes, offset, length);
            return;
        }
        memory.write(bytes, offset, length);
        if (memory.size() >= IN_MEMORY) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = FileChannel.open(
                    Files.createTempFile("claimgate", ".x12"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        memory.writeTo(Channels.newOutputStream(file));
        memory.reset();
    }

    /** Flushes the stream behind, if nothing is held back. */
    @Override
    public void flush() throws IOException {
        if (!provisional) {
            out.flush();
        }
    }
}
