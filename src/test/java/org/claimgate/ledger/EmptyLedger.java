package org.claimgate.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.springframework.util.FileSystemUtils;

/**
 * H2 ledgers with today's tables and nothing in them, for tests of anything but how they are made. The migrations run once for all
 * tests of this process; each gets a copy of the file.
 */
public final class EmptyLedger {

    private static final String FILE = "ledger.mv.db";
    private static final byte[] CONTENT = make();

    private EmptyLedger() {}

    /** Opens one in a folder; fails where there is a ledger already. */
    public static Ledger in(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), CONTENT, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(folder, clock);
    }

    private static Ledger open(Path folder, Clock clock) {
        return Ledger.open("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "", clock);
    }

    private static byte[] make() {
        try {
            Path folder = Files.createTempDirectory("empty-ledger");
            open(folder, Clock.systemUTC()).close();
            byte[] content = Files.readAllBytes(folder.resolve(FILE));
            FileSystemUtils.deleteRecursively(folder);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
