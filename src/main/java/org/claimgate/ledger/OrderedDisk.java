package org.claimgate.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The disk under an H2 ledger ({@code jdbc:h2:ordered:…}): whatever a power cut leaves of what was not forced, H2 finds what was
 * (docs/decisions/0023-what-h2-leaves-to-chance.md).
 */
public final class OrderedDisk extends FilePathWrapper {

    private static final String SCHEME = "ordered";

    /** The same place on such a disk. */
    static String on(String url) {
        FilePath.register(new OrderedDisk());
        return url.replaceFirst("^jdbc:h2:", "jdbc:h2:" + SCHEME + ":");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OrderedFile(super.open(mode));
    }
}
