package org.claimgate.camel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server in this process, with folders outbound and inbound, whose line breaks and disk fills on demand. */
final class DropPoint implements PartnerServer {

    static final String USER = "claims";
    static final String PASSWORD = "se+cret&?%";

    /** What the server does wrong, the given number of times. */
    enum Fault {
        DISK_FULL,
        CUT_WHILE_WRITING,
        CUT_BEFORE_RENAME,
        CUT_AFTER_RENAME,
        /** A file that is taken while a listing is made: the listing fails, as if the folder were not there. */
        LISTING_BROKEN_OFF,
        /** Until the test ends; the SSH side still answers. */
        HANG_WHILE_WRITING
    }

    private final Path folder;
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile Fault fault;
    private SshServer server;
    private int port;
    private KeyPair hostKey;
    private final KeyPair userKey = newKey();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger listings = new AtomicInteger();
    private final Set<String> listed = ConcurrentHashMap.newKeySet();
    private volatile boolean deleting;
    private volatile boolean refusingToOverwrite;
    private volatile boolean renamingForbidden;

    DropPoint(Path folder) {
        this.folder = folder;
        try {
            makeFolders();
            this.hostKey = newKey();
            accept(PublicKeyEntry.toString(userKey.getPublic()));
            trust();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the port it had before. */
    void start() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && accepted.contains(PublicKeyEntry.toString(key)));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Faults());
        sftp.addSftpEventListener(new Habits());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        port = server.getPort();
        trust();
    }

    void stop() throws IOException {
        server.stop(true);
    }

    /** Another key, which nobody was told of. */
    void changeHostKey() throws IOException {
        stop();
        hostKey = newKey();
        Path trusted = knownHosts();
        byte[] content = Files.readAllBytes(trusted);
        start();
        Files.write(trusted, content);
    }

    void fail(Fault next, int times) {
        fault = next;
        faults.set(times);
    }

    /** How many files were opened so far. */
    int uploads() {
        return uploads.get();
    }

    int port() {
        return port;
    }

    @Override
    public Path root() {
        return folder;
    }

    @Override
    public void accept(String authorized) {
        accepted.add(authorized);
    }

    @Override
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    /** How many sessions have signed in so far. */
    int sessions() {
        return sessions.get();
    }

    /** How many listings have shown a file so far. */
    int listings() {
        return listings.get();
    }

    /** As a server does with sessions that have been idle. */
    void cutSessions() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** From the next session on. */
    void agreesOnlyTo(String keyExchange) {
        server.getKeyExchangeFactories().removeIf(factory -> !factory.getName().equals(keyExchange));
    }

    void forbidsRenaming() {
        renamingForbidden = true;
    }

    void refusesToOverwrite() {
        refusingToOverwrite = true;
    }

    void deletesWhatIsDownloaded() {
        deleting = true;
    }

    Path knownHosts() {
        return folder.resolveSibling(folder.getFileName() + "-known_hosts");
    }

    /** Writes the key that signs in without a password. */
    Path privateKey() {
        Path file = folder.resolveSibling(folder.getFileName() + "-key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, out);
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String profile(String id, String payers) {
        return profile(id, port, USER, "password: \"" + PASSWORD + '"', knownHosts(), payers);
    }

    /** @param signIn the profile's line that signs in */
    static String profile(String id, int port, String user, String signIn, Path knownHosts, String payers) {
        return """
                id: %s
                name: Test partner
                sender: {qualifier: ZZ, id: CLAIMGATE, applicationId: CLAIMGATE}
                receiver: {qualifier: ZZ, id: PARTNER, applicationId: PARTNER}
                submitterIdentification: CLAIMGATE
                receiverIdentification: PARTNER
                receiverName: PARTNER
                usageIndicator: T
                format: {delimiters: "*^:~", lineBreak: LF}
                sftp:
                  host: 127.0.0.1
                  port: %d
                  user: %s
                  %s
                  knownHostsFile: %s
                  outbound: outbound
                  inbound: inbound
                  afterPickup: delete
                  pollSeconds: 1
                fileName: "{partner}_{isa13}.x12"
                batch: {maximumClaims: 100, maximumAgeSeconds: 1}
                payers: %s
                """
                .formatted(id, port, user, signIn, knownHosts, payers);
    }

    @Override
    public void close() throws IOException {
        hanging.countDown();
        stop();
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private void trust() throws IOException {
        String line = "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey.getPublic());
        Files.writeString(knownHosts(), line + "\n");
    }

    private static KeyPair newKey() {
        try {
            var generator = SecurityUtils.getKeyPairGenerator("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is no fault to the server. */
    private final class Habits implements SftpEventListener {

        @Override
        public void initialized(ServerSession session, int version) {
            sessions.incrementAndGet();
        }

        @Override
        public void readEntries(
                ServerSession session, String handle, DirectoryHandle folder, Map<String, Path> entries) {
            boolean shows = entries.keySet().stream().anyMatch(name -> !name.startsWith("."));
            if (shows && listed.add(handle)) {
                listings.incrementAndGet();
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (renamingForbidden) {
                throw new AccessDeniedException(from.toString());
            }
            if (refusingToOverwrite && Files.exists(to)) {
                throw new FileAlreadyExistsException(to.toString());
            }
        }

        @Override
        public void closed(ServerSession session, String handle, Handle file, Throwable failure) throws IOException {
            listed.remove(handle);
            boolean inbound = file.getFile().getParent().endsWith("inbound");
            if (deleting && file instanceof FileHandle && inbound) {
                Files.deleteIfExists(file.getFile());
            }
        }
    }

    private final class Faults implements SftpEventListener {

        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long at, byte[] data, int from, int length)
                throws IOException {
            if (strikes(Fault.DISK_FULL)) {
                throw new IOException("No space left on device");
            }
            if (strikes(Fault.CUT_WHILE_WRITING)) {
                session.close(true);
            }
            if (strikes(Fault.HANG_WHILE_WRITING)) {
                await(hanging);
            }
        }

        @Override
        public void opening(ServerSession session, String handle, Handle file) {
            if (file instanceof FileHandle) {
                uploads.incrementAndGet();
            }
        }

        @Override
        public void readingEntries(ServerSession session, String handle, DirectoryHandle directory) throws IOException {
            if (strikes(Fault.LISTING_BROKEN_OFF)) {
                throw new NoSuchFileException("taken");
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (strikes(Fault.CUT_BEFORE_RENAME)) {
                session.close(true);
                throw new IOException("the line is cut");
            }
        }

        @Override
        public void moved(
                ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable failure) {
            if (strikes(Fault.CUT_AFTER_RENAME)) {
                session.close(true);
            }
        }

        private boolean strikes(Fault candidate) {
            return fault == candidate && faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }
}
