package org.claimgate.camel;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFailure.Kind;
import org.claimgate.ledger.Hashes;
import org.claimgate.partner.Partner;

/**
 * camel-ftp's operations on one partner's server, with what the profile says of keys, and a watchdog over every call. The
 * session is opened by the first call, kept while it is healthy, and ended when it has not been used for the profile's
 * {@code keepSeconds}. One thread at a time uses it.
 */
final class SftpSession extends SftpOperations {

    /**
     * JSch would make key pairs for eight key exchanges, offered or not, whenever a session is opened: most of a second of
     * a processor, to see whether their libraries are there. They are shipped.
     */
    private static final String NONE = "";

    private final SftpEndpoint endpoint;
    private final Partner partner;
    private final Watchdog watchdog;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile CuttableLine line;
    private ScheduledFuture<?> end;
    private Session session;
    private HostKeys hostKeys;

    SftpSession(CuttableLine line, SftpEndpoint endpoint) {
        this.line = line;
        this.partner = line.partner();
        this.watchdog = line.watchdog();
        this.endpoint = endpoint;
        setEndpoint(endpoint);
    }

    /** The key that the server showed when a session was last opened, in words; empty before. */
    Optional<String> shownHostKey() {
        return hostKeys == null ? Optional.empty() : hostKeys.shown();
    }

    /** Opens a session if there is none, or the one before has ended. */
    void open() {
        connect(endpoint.getConfiguration(), null);
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
        SignInKey.require(partner);
        session = super.createSession(configuration);
        session.setConfig("CheckKexes", NONE);
        hostKeys = new HostKeys(partner.sftp().trust().fingerprint(), session.getHostKeyRepository());
        session.setHostKeyRepository(hostKeys);
        line = line.another();
        session.setProxy(line);
        return session;
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
        return watched(() -> {
            try {
                return super.connect(configuration, exchange);
            } catch (GenericFileOperationFailedException e) {
                throw SftpFailures.kind(e) == Kind.UNTRUSTED ? untrusted(e) : e;
            }
        });
    }

    private RemoteFailure untrusted(GenericFileOperationFailedException failure) {
        return new RemoteFailure(
                Kind.UNTRUSTED,
                "Partner %s: the server shows host key %s, which is not pinned in its profile"
                        .formatted(partner.id(), shownHostKey().orElse("of an unknown kind")),
                failure);
    }

    /** A server may have ended the session at the very moment that it was used again: a listing can be asked for twice. */
    @Override
    public SftpRemoteFile[] listFiles(String path) {
        return watched(() -> {
            try {
                return super.listFiles(path);
            } catch (GenericFileOperationFailedException e) {
                if (isConnected()) {
                    throw e;
                }
                open();
                return super.listFiles(path);
            }
        });
    }

    @Override
    public boolean retrieveFile(String name, Exchange exchange, long size) {
        return watched(() -> super.retrieveFile(name, exchange, size));
    }

    @Override
    public boolean storeFile(String name, Exchange exchange, long size) {
        return watched(() -> super.storeFile(name, exchange, size));
    }

    @Override
    public boolean renameFile(String from, String to) {
        return watched(() -> super.renameFile(from, to));
    }

    @Override
    public boolean deleteFile(String name) {
        return watched(() -> super.deleteFile(name));
    }

    @Override
    public boolean sendNoop() {
        return watched(super::sendNoop);
    }

    /** SHA-256 of a file's content, hexadecimal, without holding it. The endpoint's {@code streamDownload} must be on. */
    String sha256(String path) {
        return watched(() -> {
            Exchange exchange = endpoint.createExchange();
            GenericFile<SftpRemoteFile> file = newGenericFile();
            exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
            super.retrieveFile(path, exchange, 0);
            try (InputStream content = (InputStream) file.getBody()) {
                MessageDigest digest = Hashes.sha256();
                byte[] piece = new byte[32 * 1024];
                for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                    digest.update(piece, 0, read);
                }
                return Hashes.hexadecimal(digest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** {@link ExclusiveFile#open} in this session. */
    Optional<ExclusiveFile> create(String path) {
        return watched(() -> {
            open();
            return ExclusiveFile.open(session, path);
        });
    }

    void write(ExclusiveFile file, InputStream content) {
        watched(() -> {
            file.write(content);
            return true;
        });
    }

    /** Ends the session whatever it is doing, for a gateway that stops: a disconnect would wait for a call that hangs. */
    void cut() {
        line.close();
    }

    private <T> T watched(Supplier<T> call) {
        turn.lock();
        try (Watchdog.Watch watch = watchdog.watch(() -> line)) {
            if (end != null) {
                end.cancel(false);
            }
            return call.get();
        } finally {
            Duration keep = partner.sftp().keep();
            if (!keep.isZero() && turn.getHoldCount() == 1) {
                end = watchdog.later(this::endUnused, keep);
            }
            turn.unlock();
        }
    }

    private void endUnused() {
        if (turn.tryLock()) {
            try {
                disconnect();
            } finally {
                turn.unlock();
            }
        }
    }
}
