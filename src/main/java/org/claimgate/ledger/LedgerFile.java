package org.claimgate.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The file of an H2 ledger, and backups of it: {@code ledger-20261128T034000.000Z.zip} with the file as it was at one moment, and beside it
 * {@code ….zip.sha256}, as {@code sha256sum} writes and checks it.
 */
public final class LedgerFile {

    private static final String SUFFIX = ".mv.db";

    /** H2 takes what names no other kind of place for a file, and ~ for the user's folder. */
    private static final Pattern ADDRESS = Pattern.compile("jdbc:h2:(?:file:)?([^:;]+)(?:;.*)?");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;

    private LedgerFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException for an address that names no H2 file */
    public static LedgerFile of(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "the ledger is no H2 file: back it up and restore it by the means of its database");
        }
        String path =
                address.group(1).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")));
        return new LedgerFile(Path.of(path + SUFFIX).toAbsolutePath());
    }

    /** Of the file of a ledger that is open. */
    interface Copy {

        void into(ZipOutputStream zip) throws IOException;
    }

    /** Writes a backup while the ledger works; answers the file's name. */
    static String backUp(Copy copy, Path folder, Instant at) {
        String name = "ledger-" + MOMENT.format(at) + ".zip";
        Path part = folder.resolve(name + ".part");
        try {
            DurableFile.createFolder(folder);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                copy.into(zip);
            }
            readThrough(part);
            Path list = folder.resolve(name + ".sha256.part");
            Files.writeString(list, sha256(part) + "  " + name + "\n");
            DurableFile.publish(list, folder.resolve(name + ".sha256"));
            DurableFile.publish(part, folder.resolve(name));
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("The backup " + part + " cannot be written", e);
        }
    }

    /** Each entry has a checksum, which is compared. */
    private static void readThrough(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /**
     * Puts the ledger of a backup into place, once it has been prepared: until then there is none.
     *
     * @param prepare what has to be done to the ledger before a gateway may use it
     * @throws IllegalArgumentException when there is a ledger already, or the backup is not what was written
     */
    public void restore(Path backup, String user, String password, Clock clock, Consumer<Ledger> prepare) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("there is a ledger: " + file + ". Move it away first, and keep it");
        }
        try {
            requireWhole(backup);
            Path base = file.resolveSibling("restoring");
            Path restoring = file.resolveSibling("restoring" + SUFFIX);
            DurableFile.createFolder(file.getParent());
            unpack(backup, restoring);
            try (Ledger ledger = Ledger.open("jdbc:h2:file:" + base, user, password, clock)) {
                prepare.accept(ledger);
            }
            DurableFile.publish(restoring, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup " + backup + " cannot be restored", e);
        }
    }

    private static void requireWhole(Path backup) throws IOException {
        Path list = backup.resolveSibling(backup.getFileName() + ".sha256");
        if (!Files.exists(backup) || !Files.exists(list)) {
            throw new IllegalArgumentException("expected a backup " + backup + " and its hash " + list);
        }
        if (!Files.readString(list).startsWith(sha256(backup) + " ")) {
            throw new IllegalArgumentException(backup + " is not what was written: its SHA-256 is not that of " + list);
        }
    }

    private static void unpack(Path backup, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(SUFFIX)) {
                    try (OutputStream out = Files.newOutputStream(target)) {
                        in.transferTo(out);
                    }
                    return;
                }
            }
        }
        throw new IllegalArgumentException(backup + " holds no H2 ledger");
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Hashes.hexadecimal(digest);
    }
}
