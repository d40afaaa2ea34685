package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.claimgate.ledger.DurableFile;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.RemovalStore;
import org.claimgate.ledger.RemovalStore.Due;

/**
 * Copies of what is going to be removed: for each removal {@code removal-000000012.zip}, and beside it, so that {@code grep} finds
 * what is wanted, {@code removal-000000012.csv} with a line for each file in it: name, kind, number or id, partner, moment, bytes and
 * SHA-256. Both are on the disk, and the zip has been read again and compared, before anything is removed.
 */
public final class Archive {

    private static final String HEADER = "file,kind,id,partner,since,bytes,sha256";

    private static final String PART = ".part";

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Where copies have been written. */
    record Stored(long number, String name) {}

    /**
     * Writes copies. A file that a removal left which was broken off is replaced, unless it holds something else too: then the next
     * number is taken.
     *
     * @param numbers gives the next number
     */
    Stored store(List<Due> due, RemovalStore contents, LongSupplier numbers) {
        try {
            DurableFile.createFolder(folder);
            // Of a removal that was broken off, or of a node that stood still and has lost its turn.
            deleteParts();
            Path part = Files.createTempFile(folder, "removal", PART);
            Map<String, String> lines = write(part, due, contents);
            verify(part, lines);
            long number = free(lines, numbers);
            Path list = Files.createTempFile(folder, "list", PART);
            Files.write(
                    list,
                    Stream.concat(Stream.of(HEADER), lines.values().stream()).toList());
            // A zip is complete when it is there: its list is there before.
            DurableFile.publish(list, folder.resolve(name(number) + ".csv"));
            DurableFile.publish(part, folder.resolve(name(number) + ".zip"));
            return new Stored(number, name(number) + ".zip");
        } catch (IOException e) {
            throw new FolderFailure("Nothing is removed: the archive " + folder + " cannot be written", e);
        }
    }

    private void deleteParts() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    private static String name(long number) {
        return "removal-%09d".formatted(number);
    }

    private long free(Map<String, String> lines, LongSupplier numbers) throws IOException {
        long number = numbers.getAsLong();
        while (holdsMoreThan(lines, number)) {
            number = numbers.getAsLong();
        }
        return number;
    }

    /** One without its list may hold anything. */
    private boolean holdsMoreThan(Map<String, String> lines, long number) throws IOException {
        if (!Files.exists(folder.resolve(name(number) + ".zip"))) {
            return false;
        }
        Path list = folder.resolve(name(number) + ".csv");
        if (!Files.exists(list)) {
            return true;
        }
        List<String> there = Files.readAllLines(list);
        return !new HashSet<>(lines.values()).containsAll(there.subList(1, there.size()));
    }

    /** The line of each file, by its name in the zip. */
    private static Map<String, String> write(Path zip, List<Due> due, RemovalStore contents) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            for (Due one : due) {
                contents.read(one, (name, bytes) -> lines.put(name, line(name, one, copy(name, one, bytes, out))));
            }
        }
        return lines;
    }

    /** Of what was copied: bytes and SHA-256. */
    private record Copied(long bytes, String sha256) {}

    private static Copied copy(String name, Due one, InputStream bytes, ZipOutputStream out) {
        try (InputStream in = bytes) {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(FileTime.from(one.since()));
            out.putNextEntry(entry);
            Copied copied = copy(in, out);
            out.closeEntry();
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Copied copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = Hashes.sha256();
        long bytes = new DigestInputStream(in, digest).transferTo(out);
        return new Copied(bytes, Hashes.hexadecimal(digest));
    }

    /** Names of files may hold commas. */
    private static String line(String name, Due one, Copied copied) {
        String partner = one.partner() == null ? "" : one.partner();
        return "\"%s\",%s,%s,%s,%s,%d,%s"
                .formatted(
                        name.replace("\"", "\"\""),
                        one.kind(),
                        one.id(),
                        partner,
                        one.since(),
                        copied.bytes(),
                        copied.sha256());
    }

    private static void verify(Path zip, Map<String, String> lines) throws IOException {
        try (ZipFile read = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            if (read.size() != lines.size()) {
                throw new IOException("%s holds %d files instead of %d".formatted(zip, read.size(), lines.size()));
            }
            for (Map.Entry<String, String> line : lines.entrySet()) {
                try (InputStream in = read.getInputStream(read.getEntry(line.getKey()))) {
                    Copied found = copy(in, OutputStream.nullOutputStream());
                    if (!line.getValue().endsWith(",%d,%s".formatted(found.bytes(), found.sha256()))) {
                        throw new IOException("%s in %s is not what was written".formatted(line.getKey(), zip));
                    }
                }
            }
        }
    }
}
