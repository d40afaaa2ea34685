package org.claimgate.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files of ours that a promise stands on: when a method returns, what it did outlives a power cut, and so do the names. */
public final class DurableFile {

    private DurableFile() {}

    /** Makes a folder with all above it. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            createFolder(parent);
            Files.createDirectories(folder);
            forceNames(parent);
        }
    }

    /** Makes a file, or replaces what is in it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        forceNames(file.toAbsolutePath().getParent());
    }

    /** Forces what somebody else has written. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file its other name in the same folder at once; whoever looks sees the one or the other. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceNames(to.toAbsolutePath().getParent());
    }

    /** Forces what somebody else has written, and gives it its name in the same folder; what had the name is replaced. */
    public static void publish(Path part, Path file) throws IOException {
        force(part);
        rename(part, file);
    }

    /** Forces the names of a folder's files. */
    public static void forceNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder)) {
            names.force(true);
        }
    }
}
