package org.claimgate.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.util.ObjectHelper;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partner's drop folder through the operations of camel-ftp, one call at a time. */
final class SftpRemoteFolder implements RemoteFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SftpRemoteFolder.class);

    private final Partner partner;
    private final SftpEndpoint endpoint;
    private final RemoteFileOperations<SftpRemoteFile> operations;

    SftpRemoteFolder(Partner partner, SftpEndpoint endpoint, RemoteFileOperations<SftpRemoteFile> operations) {
        this.partner = partner;
        this.endpoint = endpoint;
        this.operations = operations;
    }

    @Override
    public void storeNew(String name, byte[] bytes) {
        call("upload a file", () -> {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(bytes);
            return operations.storeFile(path(name), exchange, bytes.length);
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
        return Arrays.stream(operations.listFiles(folder()))
                .filter(file -> file.getFilename().equals(name))
                .mapToLong(SftpRemoteFile::getFileLength)
                .findFirst();
    }

    @Override
    public boolean rename(String from, String to) {
        return call("rename a file", () -> {
            try {
                return operations.renameFile(path(from), path(to));
            } catch (GenericFileOperationFailedException e) {
                // Not every server says which of the two names it is about.
                if (listed(from).isEmpty()) {
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
                return operations.deleteFile(path(name));
            } catch (GenericFileOperationFailedException e) {
                if (isMissing(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<byte[]> read(String name) {
        return call("read a file", () -> {
            try {
                Exchange exchange = endpoint.createExchange();
                GenericFile<SftpRemoteFile> file = operations.newGenericFile();
                exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
                operations.retrieveFile(path(name), exchange, 0);
                return Optional.of((byte[]) file.getBody());
            } catch (GenericFileOperationFailedException e) {
                if (status(e) == ChannelSftp.SSH_FX_PERMISSION_DENIED || isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public void close() {
        try {
            operations.forceDisconnect();
        } catch (RuntimeException e) {
            LOG.debug("The session with partner {} did not end cleanly", partner.id(), e);
        }
    }

    private String folder() {
        return endpoint.getConfiguration().getDirectory();
    }

    private String path(String name) {
        return folder().isEmpty() || folder().endsWith("/") ? folder() + name : folder() + '/' + name;
    }

    private <T> T call(String what, Supplier<T> work) {
        try {
            operations.connect(endpoint.getConfiguration(), null);
            return work.get();
        } catch (RuntimeException e) {
            close();
            RemoteFailure failure = SftpFailures.of(partner.id(), what, e);
            throw failure;
        }
    }

    private static boolean isMissing(GenericFileOperationFailedException failure) {
        return status(failure) == ChannelSftp.SSH_FX_NO_SUCH_FILE;
    }

    private static int status(GenericFileOperationFailedException failure) {
        SftpException answer = ObjectHelper.getException(SftpException.class, failure);
        return answer == null ? -1 : answer.id;
    }
}
