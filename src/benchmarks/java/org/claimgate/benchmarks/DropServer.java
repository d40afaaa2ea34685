package org.claimgate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server that keeps files and does nothing with them. */
record DropServer(SshServer server, Path folder) implements AutoCloseable {

    static final String USER = "partner";
    private static final String HOST = "127.0.0.1";

    /** With folders outbound and inbound. Whoever says the user's name as a password may use them. */
    static DropServer start(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("outbound"));
        Files.createDirectories(folder.resolve("inbound"));
        KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(HOST);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && USER.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        DropServer started = new DropServer(server, folder);
        Files.writeString(
                started.knownHosts(),
                "[" + HOST + "]:" + started.port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
        return started;
    }

    int port() {
        return server.getPort();
    }

    /** A file that is there at once, for somebody to pick up. */
    void drop(String content) throws IOException {
        Path growing = Files.writeString(folder.resolve("growing"), content);
        Path dropped = Files.createTempFile(folder.resolve("inbound"), "", ".835");
        Files.move(growing, dropped, StandardCopyOption.REPLACE_EXISTING);
    }

    Path knownHosts() {
        return folder.resolveSibling("known_hosts");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
