package org.claimgate.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A real SFTP client that trusts nothing but the server's known_hosts file. */
final class SftpUser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final SftpClient sftp;

    private SftpUser(Path knownHosts, int port, String user, String password, KeyPair key) throws IOException {
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier((session, address, hostKey) -> false, knownHosts));
        client.start();
        try {
            ClientSession session = client.connect(user, SandboxServer.HOST, port)
                    .verify(PATIENCE)
                    .getSession();
            if (password != null) {
                session.addPasswordIdentity(password);
            }
            if (key != null) {
                session.addPublicKeyIdentity(key);
            }
            session.auth().verify(PATIENCE);
            sftp = SftpClientFactory.instance().createSftpClient(session, 3);
        } catch (IOException refused) {
            client.stop();
            throw refused;
        }
    }

    static SftpUser withPassword(Path folder, int port, String user, String password) throws IOException {
        return new SftpUser(folder.resolve("known_hosts"), port, user, password, null);
    }

    static SftpUser withKey(Path folder, int port, String user, KeyPair key) throws IOException {
        return new SftpUser(folder.resolve("known_hosts"), port, user, null, key);
    }

    void put(String path, byte[] bytes) throws IOException {
        try (var out = sftp.write(path)) {
            out.write(bytes);
        }
    }

    void rename(String from, String to) throws IOException {
        sftp.rename(from, to);
    }

    /** Uploads as a careful partner does: under a temporary name, then a rename. */
    void drop(String name, byte[] bytes) throws IOException {
        put("/outbound/." + name + ".tmp", bytes);
        rename("/outbound/." + name + ".tmp", "/outbound/" + name);
    }

    List<String> list(String folder) throws IOException {
        return StreamSupport.stream(sftp.readDir(folder).spliterator(), false)
                .map(SftpClient.DirEntry::getFilename)
                .filter(name -> !name.equals(".") && !name.equals(".."))
                .sorted()
                .toList();
    }

    byte[] get(String path) throws IOException {
        try (var in = sftp.read(path)) {
            return in.readAllBytes();
        }
    }

    void remove(String path) throws IOException {
        sftp.remove(path);
    }

    /** Fetches and removes everything in the inbound folder, in the order of names. */
    List<byte[]> pickUp() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : list("/inbound")) {
            files.add(get("/inbound/" + name));
            remove("/inbound/" + name);
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        sftp.close();
        client.stop();
    }

    static void authorize(Path folder, String line) throws IOException {
        Files.writeString(folder.resolve("authorized_keys"), line + "\n");
    }
}
