package org.claimgate.guide;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** All guides of mappings/x12/, found by convention: every *.yaml there except segments.yaml is a guide. */
public final class Guides {

    /** @throws MappingException for a mistake in a file, with file and line */
    public static Guides load(Path mappings) {
        throw new UnsupportedOperationException();
    }

    public Collection<Guide> all() {
        throw new UnsupportedOperationException();
    }

    /** The guide of a received set: by GS08 or ST03 (own id or alias) and ST01. */
    public Optional<Guide> find(String version, String transactionSet) {
        throw new UnsupportedOperationException();
    }

    /** The guide that writes this vocabulary. */
    public Guide forVocabulary(String vocabulary) {
        throw new UnsupportedOperationException();
    }
}
