package org.claimgate.sandbox;

import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/** The server's key: made once, kept in the work folder, the same after every restart. */
final class HostKey {

    private final SimpleGeneratorHostKeyProvider provider;

    HostKey(Path file) {
        provider = new SimpleGeneratorHostKeyProvider(file);
        provider.setAlgorithm("EC");
        provider.setKeySize(256);
    }

    KeyPairProvider provider() {
        return provider;
    }

    /** The line that a known_hosts file needs to trust this server, without a line end. */
    String knownHostsLine(String host, int port) {
        KeyPair pair = provider.loadKeys(null).iterator().next();
        return "[" + host + "]:" + port + " " + PublicKeyEntry.toString(pair.getPublic());
    }
}
