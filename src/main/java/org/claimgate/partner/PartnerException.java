package org.claimgate.partner;

import java.nio.file.Path;

/** A mistake in a partner file; the gateway refuses to start. Never shows a value of the file. */
public final class PartnerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartnerException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
