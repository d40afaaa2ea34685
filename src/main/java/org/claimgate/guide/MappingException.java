package org.claimgate.guide;

import java.nio.file.Path;

/** A mistake in a mapping file; the gateway refuses to start. */
public final class MappingException extends RuntimeException {

    /** @param mappings a folder that holds no mapping files */
    MappingException(Path mappings) {
        super(mappings + ": there is no segments.yaml here; setting claimgate.mappings names the folder above");
    }

    public MappingException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
