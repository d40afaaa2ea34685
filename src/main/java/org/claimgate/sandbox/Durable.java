package org.claimgate.sandbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** File operations that survive the process: contents are forced to disk before a name makes them visible. */
final class Durable {

    private Durable() {}

    static void write(Path file, byte[] bytes) throws IOException {
        write(file, StandardOpenOption.TRUNCATE_EXISTING, bytes);
    }

    static void append(Path file, byte[] bytes) throws IOException {
        write(file, StandardOpenOption.APPEND, bytes);
    }

    private static void write(Path file, OpenOption where, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, where)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Replaces a file as a whole: a reader sees the old bytes or the new, never a part. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        write(temporary, bytes);
        Files.move(temporary, file, ATOMIC_MOVE);
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
    }

    /** The entries of a folder in the order of their names. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(
                            Comparator.comparing(entry -> entry.getFileName().toString()))
                    .toList();
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
