package org.claimgate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server that keeps files and does nothing with them, with folders outbound and inbound. */
final class DropServer implements AutoCloseable {

    static final String USER = "partner";
    private static final String HOST = "127.0.0.1";
    private static final int KEY_BITS = 256;

    private final Path folder;
    private final SshServer server = SshServer.setUpDefaultServer();

    private DropServer(Path folder, KeyPair key) {
        this.folder = folder;
        server.setHost(HOST);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && USER.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        // As OpenSSH's server has it; otherwise each download waits twice for an acknowledgment that the client holds
        // back for 40 ms.
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    }

    /** Whoever says the user's name as a password may use it. */
    static DropServer start(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder.resolve("outbound"));
        Files.createDirectories(folder.resolve("inbound"));
        KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, KEY_BITS);
        DropServer started = new DropServer(folder, key);
        started.server.start();
        Files.writeString(
                started.knownHosts(),
                "[" + HOST + "]:" + started.port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
        return started;
    }

    int port() {
        return server.getPort();
    }

    Path knownHosts() {
        return folder.resolveSibling("known_hosts");
    }

    /** Files by their names, each there at once, for somebody to pick up. */
    void drop(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (String name : files.keySet()) {
            Files.move(folder.resolve(name), folder.resolve("inbound").resolve(name));
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
