package org.claimgate.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.claimgate.partner.Partner;

/**
 * Whether the file with a partner's host keys is there. Without it no server of that partner is trusted; the gateway starts
 * all the same, because other partners go on and the sandbox writes its own file when it starts.
 */
final class KnownHosts {

    private KnownHosts() {}

    /** What is wrong with the file and what to do, in words for people; empty when it is a file, or the profile pins a fingerprint. */
    static Optional<String> mistake(Partner partner) {
        Path file = partner.sftp().trust().knownHostsFile();
        if (file == null || Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String words = Files.isDirectory(file) ? "is a folder" : "does not exist";
        return Optional.of("Partner " + partner.id() + ": its knownHostsFile " + file + " " + words
                + "; start ./gateway sandbox first if it is the sandbox's, or put the partner's host key there");
    }
}
