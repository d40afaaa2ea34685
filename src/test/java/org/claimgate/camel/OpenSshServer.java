package org.claimgate.camel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * OpenSSH's own server, run by whoever runs the tests, with keys and a configuration of its own on a free port. It lets in the
 * user that runs it, by key only: it may not look at passwords.
 */
final class OpenSshServer implements PartnerServer {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path root;
    private final Path folder;
    private final int port = TestHome.freePort();
    private final UserKey key = UserKey.ofEachKind().get(1);
    private final Process process;

    /** @param root what the account sees; beside it lies what the server needs */
    OpenSshServer(Path root) {
        if (!Files.isExecutable(SSHD)) {
            throw new IllegalStateException(
                    SSHD + " is not installed; profile openssh needs it (Debian: apt-get install openssh-server)");
        }
        this.root = root;
        this.folder = root.resolveSibling(root.getFileName() + "-sshd");
        try {
            makeFolders();
            Files.createDirectories(folder);
            if (System.getProperty("user.name").equals("root")) {
                // Debian's service makes it, which does not run here.
                Files.createDirectories(Path.of("/run/sshd"));
            }
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    file("host").toString());
            Files.writeString(file("known_hosts"), "[127.0.0.1]:" + port + " " + hostKey() + "\n");
            Files.writeString(file("key"), key.text());
            accept(key.authorized());
            Files.writeString(file("sshd_config"), configuration());
            process = new ProcessBuilder(
                            SSHD.toString(),
                            "-D",
                            "-e",
                            "-f",
                            file("sshd_config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(file("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(PATIENCE).until(this::answers);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public void accept(String authorized) {
        try {
            Files.writeString(
                    file("authorized_keys"), authorized + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String fingerprint() {
        return run("ssh-keygen", "-l", "-f", file("host.pub").toString()).split(" ")[1];
    }

    @Override
    public String profile(String id, String payers) {
        return DropPoint.profile(
                id,
                port,
                System.getProperty("user.name"),
                "privateKeyFile: " + file("key"),
                file("known_hosts"),
                payers);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private String configuration() {
        return """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 100
                Subsystem sftp internal-sftp -d %s
                """
                .formatted(port, file("host"), file("authorized_keys"), root);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String hostKey() throws IOException {
        return Files.readString(file("host.pub"), US_ASCII).strip();
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("sshd ended: " + Files.readString(file("log")));
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private static String run(String... command) {
        try {
            Process run = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(run.getInputStream().readAllBytes(), US_ASCII);
            if (!run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || run.exitValue() != 0) {
                throw new IllegalStateException(command[0] + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
