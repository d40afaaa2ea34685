package org.claimgate.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.claimgate.flow.SenderClaims;
import org.claimgate.guide.MappingException;

/** All mappings of mappings/claims/, by sender: every folder there is one. */
public final class ClaimMappings implements SenderClaims {

    private final Map<String, ClaimMapping> bySender;

    private ClaimMappings(Map<String, ClaimMapping> bySender) {
        this.bySender = Map.copyOf(bySender);
    }

    /**
     * Compiles the mappings of a folder, which takes no time worth telling.
     *
     * @throws MappingException for a mistake in one of them, with file and line
     */
    public static ClaimMappings load(Path folder) {
        Map<String, ClaimMapping> bySender = new HashMap<>();
        for (ClaimDescription description : ClaimDescription.all(folder)) {
            ClaimMapping mapping = ClaimMapping.compile(description);
            for (String sender : description.senders()) {
                ClaimMapping other = bySender.put(sender, mapping);
                if (other != null) {
                    Path file = description.folder().resolve(ClaimDescription.FILE);
                    throw new MappingException(file, 1, "sender " + sender + " has the mapping " + other.name());
                }
            }
        }
        return new ClaimMappings(bySender);
    }

    @Override
    public Mapping of(String sender) {
        Mapping mapping = bySender.get(sender);
        return mapping == null ? OURS : mapping;
    }
}
