package org.claimgate.camel;

import com.jcraft.jsch.ChannelSftp;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partner's drop folder through the operations of camel-ftp, one call at a time. */
final class SftpRemoteFolder implements RemoteFolder {

    private static final String UPLOAD = "upload a file";
    private static final Logger LOG = LoggerFactory.getLogger(SftpRemoteFolder.class);

    private final Partner partner;
    private final SftpEndpoint endpoint;
    private final SftpSession session;

    SftpRemoteFolder(Partner partner, SftpEndpoint endpoint, SftpSession session) {
        this.partner = partner;
        this.endpoint = endpoint;
        this.session = session;
    }

    @Override
    public void storeNew(String name, InputStream content) {
        call(UPLOAD, () -> {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(content);
            return session.storeFile(path(name), exchange, 0);
        });
    }

    /** The server's refusal may mean anything; only its listing says that the name is taken. */
    @Override
    public Optional<NewFile> create(String name) {
        return call(UPLOAD, () -> {
            Optional<ExclusiveFile> file = session.create(path(name));
            if (file.isEmpty() && listed(name).isEmpty()) {
                throw new RemoteFailure(
                        RemoteFailure.Kind.REFUSED,
                        "Partner " + partner.id() + ": the server refused to make a file and has none of its name",
                        null);
            }
            return file.map(made -> content -> call(UPLOAD, () -> {
                session.write(made, content);
                return true;
            }));
        });
    }

    @Override
    public OptionalLong size(String name) {
        return call("look at a file", () -> listed(name));
    }

    /**
     * A server may answer "no such file" to a listing because some other file was taken meanwhile; so does the library's look
     * at a single file, which lists its folder too. Only a listing to its end tells that a file is not there.
     */
    private OptionalLong listed(String name) {
        int slash = name.lastIndexOf('/');
        String folder = slash < 0 ? folder() : name.substring(0, slash);
        return Arrays.stream(session.listFiles(folder))
                .filter(file -> file.getFilename().equals(name.substring(slash + 1)))
                .mapToLong(SftpRemoteFile::getFileLength)
                .findFirst();
    }

    @Override
    public boolean rename(String from, String to) {
        return call("rename a file", () -> {
            try {
                return session.renameFile(path(from), path(to));
            } catch (GenericFileOperationFailedException e) {
                // Not every server that refuses says which of the two names it is about.
                if (SftpFailures.kind(e) == RemoteFailure.Kind.REFUSED
                        && listed(from).isEmpty()) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void delete(String name) {
        call("delete a file", () -> {
            try {
                return session.deleteFile(path(name));
            } catch (GenericFileOperationFailedException e) {
                if (isClosedToUs(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<String> sha256(String name) {
        return call("read a file", () -> {
            try {
                return Optional.of(session.sha256(path(name)));
            } catch (GenericFileOperationFailedException e) {
                if (isClosedToUs(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The session stays open for what comes next, unless the profile says that it is to end. */
    @Override
    public void close() {
        if (partner.sftp().keep().isZero()) {
            disconnect();
        }
    }

    void cut() {
        session.cut();
    }

    private void disconnect() {
        try {
            session.forceDisconnect();
        } catch (RuntimeException e) {
            LOG.debug("The session with partner {} did not end cleanly", partner.id(), e);
        }
    }

    private String folder() {
        return endpoint.getConfiguration().getDirectory();
    }

    private String path(String name) {
        if (name.indexOf('/') >= 0) {
            return name;
        }
        return folder().isEmpty() || folder().endsWith("/") ? folder() + name : folder() + '/' + name;
    }

    private <T> T call(String what, Supplier<T> work) {
        try {
            session.open();
            return work.get();
        } catch (RuntimeException e) {
            disconnect();
            throw SftpFailures.of(partner.id(), what, e);
        }
    }

    private static boolean isClosedToUs(GenericFileOperationFailedException failure) {
        int status = SftpFailures.status(failure);
        return status == ChannelSftp.SSH_FX_NO_SUCH_FILE || status == ChannelSftp.SSH_FX_PERMISSION_DENIED;
    }
}
