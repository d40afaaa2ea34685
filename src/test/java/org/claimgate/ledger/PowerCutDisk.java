package org.claimgate.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:cut:…}) that is left, when its process is killed, as a power cut would leave it: with what was
 * forced, and with as much of the rest as {@link #SURVIVING} says.
 */
public final class PowerCutDisk extends FilePathWrapper {

    /** System property: how many of a hundred pages that were written and not forced are on the disk; none by default. */
    public static final String SURVIVING = "crash.disk.surviving";

    /** System property: what it does when it is asked to force ({@link Forcing}). */
    public static final String FORCING = "crash.disk.forcing";

    public static final String SCHEME = "cut";

    /** What becomes of what is forced. */
    public enum Forcing {
        /** It is on the disk. */
        NOW,
        /** It is written half a second later. */
        LATER,
        /** Nothing. */
        NEVER
    }

    public static void install() {
        FilePath.register(new PowerCutDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new UnforcedFile(
                super.open(mode),
                Integer.getInteger(SURVIVING, 0),
                Forcing.valueOf(System.getProperty(FORCING, Forcing.NOW.name())));
    }
}
