package org.claimgate.guide;

import java.nio.file.Path;

/** A mistake in a mapping file; the gateway refuses to start. */
public final class MappingException extends RuntimeException {

    public MappingException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
