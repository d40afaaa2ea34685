package org.claimgate.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clearinghouse's SFTP server, on the loopback interface only. Every user sees a root folder of their own with
 * {@code outbound} (drop 837 files here) and {@code inbound} (answers appear here). It speaks SFTP version 3 with a plain
 * rename that refuses an existing target. The work folder keeps the host key, known_hosts, the users' folders and
 * whatever is half done; a server started again on the same folder goes on from there.
 */
public final class SandboxServer implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Map<String, Mailbox> mailboxes = new TreeMap<>();
    private final ExecutorService desk = Executors.newSingleThreadExecutor(SandboxServer::deskThread);
    private final HostKey hostKey;

    private SandboxServer(Path folder, int port, List<Account> accounts, FileAnswerer answerer) throws IOException {
        Files.createDirectories(folder);
        hostKey = new HostKey(folder.resolve("host-key"));
        VirtualFileSystemFactory roots = new VirtualFileSystemFactory();
        Map<String, String> passwords = new TreeMap<>();
        for (Account account : accounts) {
            Path root = Files.createDirectories(folder.resolve("users").resolve(account.user()));
            roots.setUserHomeDir(account.user(), root.toAbsolutePath());
            Path work = folder.resolve("desk").resolve(account.user());
            mailboxes.put(account.user(), new Mailbox(root, work, answerer));
            passwords.put(account.user(), account.password());
        }
        server.setHost(HOST);
        server.setPort(port);
        server.setKeyPairProvider(hostKey.provider());
        server.setFileSystemFactory(roots);
        server.setPasswordAuthenticator((user, password, session) -> password.equals(passwords.get(user)));
        AuthorizedKeysAuthenticator keys = new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys"));
        server.setPublickeyAuthenticator(
                (user, key, session) -> passwords.containsKey(user) && keys.authenticate(user, key, session));
        // As other servers have it; else a client waits for the rest of what it reads as long as it holds its
        // acknowledgment back (40 ms).
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        SftpModuleProperties.SFTP_VERSION.set(server, 3);
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1");
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new DropListener(this::dropped, this::pickedUp));
        server.setSubsystemFactories(List.of(sftp));
    }

    /**
     * Starts a server, first answering what was dropped while none was running.
     *
     * @param folder the work folder, made if absent
     * @param port 0 for any that is free
     * @throws IOException when the folder cannot be used or the port is taken
     */
    static SandboxServer start(Path folder, int port, List<Account> accounts, FileAnswerer answerer)
            throws IOException {
        SandboxServer started = new SandboxServer(folder, port, accounts, answerer);
        try {
            for (Mailbox mailbox : started.mailboxes.values()) {
                mailbox.recover();
            }
            started.server.start();
            Durable.replace(folder.resolve("known_hosts"), (started.knownHostsLine() + "\n").getBytes(US_ASCII));
        } catch (IOException | RuntimeException failure) {
            started.close();
            throw failure;
        }
        LOG.info("Sandbox clearinghouse listens on {}:{}", HOST, started.port());
        return started;
    }

    public int port() {
        return server.getPort();
    }

    /** The line that a known_hosts file needs to trust this server; also in the work folder's known_hosts. */
    public String knownHostsLine() {
        return hostKey.knownHostsLine(HOST, port());
    }

    /** Cuts all connections and waits for the file that is being answered, if any. */
    @Override
    public void close() throws IOException {
        server.stop(true);
        desk.shutdown();
        try {
            if (!desk.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IOException("The sandbox is still answering a file after 30 seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void dropped(String user, String name) {
        work(() -> mailboxes.get(user).take(name), user);
    }

    private void pickedUp(String user) {
        work(() -> mailboxes.get(user).publish(), user);
    }

    /** A step that fails leaves its file where it is; the next start takes it up again. */
    private void work(Step step, String user) {
        if (desk.isShutdown()) {
            return;
        }
        desk.execute(() -> {
            try {
                step.run();
            } catch (IOException failure) {
                LOG.error("Work on the folders of {} stopped; it goes on at the next start", user, failure);
            }
        });
    }

    private static Thread deskThread(Runnable work) {
        Thread thread = new Thread(work, "sandbox-desk");
        thread.setDaemon(true);
        return thread;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
