package org.claimgate.camel;

import com.jcraft.jsch.ChannelSftp;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.claimgate.flow.Pickup;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFile;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Lease;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partner's answer files, from the server into the ledger: {@link #store} is what the route calls; before and after it
 * the file is disposed of (deleted, or moved to the partner's archive folder), and only when it is in the ledger.
 */
final class AnswerFiles implements GenericFileProcessStrategy<SftpRemoteFile> {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFiles.class);

    private static final String STORED = "claimgate.stored";

    private final Partner partner;
    private final Pickup pickup;
    private final PartnerLeases leases;
    private final Downloads downloads;
    private volatile Lease lease;

    /** @param downloads what the route's {@code localWorkDirectory} is */
    AnswerFiles(Partner partner, Pickup pickup, PartnerLeases leases, Path downloads) {
        this.partner = partner;
        this.pickup = pickup;
        this.leases = leases;
        this.downloads = new Downloads(downloads);
    }

    /** Every file of a poll is dealt with under the lease that the poll began with, whatever becomes of it meanwhile. */
    void beginPoll(Lease held) {
        lease = held;
    }

    /** Keeps the file of an exchange. */
    void store(Exchange exchange) {
        GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
        Path download = ((File) file.getBody()).toPath();
        RemoteFile remote = remoteFile(file);
        downloads.stamp(download, remote.modifiedAt());
        exchange.setProperty(STORED, store(remote, download));
    }

    /** Keeps what was downloaded and could not be stored then. */
    void storeLeftBehind() {
        for (Path download : downloads.leftBehind()) {
            InboxFile stored = store(downloads.asRemoteFile(download), download);
            LOG.info("File {} of partner {} had been downloaded before and is stored now", stored.name(), partner.id());
        }
    }

    /** The download stays while it is not in the ledger. */
    private InboxFile store(RemoteFile remote, Path download) {
        InboxFile stored = pickup.store(partner.id(), remote, download);
        downloads.remove(download);
        return stored;
    }

    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        // Nothing to prepare: each poll looks for what another process left behind.
    }

    /**
     * Leaves out the download of a file that is in the ledger; and of all when another node has taken the partner, or the poll's
     * session has ended.
     */
    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        if (!((SftpSession) operations).isConnected() || !leases.isHeld(lease)) {
            return false;
        }
        Optional<InboxFile> stored = pickup.stored(partner.id(), remoteFile(file));
        stored.ifPresent(known -> dispose(operations, file, known));
        return stored.isEmpty();
    }

    @Override
    public void commit(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        InboxFile stored = exchange.getProperty(STORED, InboxFile.class);
        if (stored != null) {
            dispose(operations, file, stored);
        }
    }

    @Override
    public void abort(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // The file stays where it is, for the next poll.
    }

    /**
     * The file stays where it is, for the next poll; a download that is not what was listed is thrown away, unless the partner has
     * nothing else to give: its server may delete what is downloaded.
     */
    @Override
    public void rollback(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        boolean unlike = exchange.getException() instanceof RemoteFailure;
        if (unlike && file.getBody() instanceof File download && operations.existsFile(file.getAbsoluteFilePath())) {
            downloads.remove(download.toPath());
        }
    }

    /** A name may stand for another file by now, if another node has taken the partner: that node disposes of what we stored. */
    private void dispose(
            GenericFileOperations<SftpRemoteFile> operations, GenericFile<SftpRemoteFile> file, InboxFile stored) {
        if (!leases.isHeld(lease)) {
            LOG.info("File {} of {} is left to the node that has taken the partner", stored.id(), partner.id());
            return;
        }
        String archive = partner.sftp().archive();
        try {
            if (archive == null) {
                operations.deleteFile(file.getAbsoluteFilePath());
            } else {
                move(operations, file.getAbsoluteFilePath(), archive + '/' + file.getFileNameOnly(), stored);
            }
        } catch (GenericFileOperationFailedException e) {
            if (SftpFailures.status(e) != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
            LOG.debug("Partner {} has removed a file by itself", partner.id());
        }
        pickup.disposed(stored);
    }

    /** A name that is taken in the archive, because the partner uses its names again, is made another by our own number. */
    private static void move(
            GenericFileOperations<SftpRemoteFile> operations, String from, String to, InboxFile stored) {
        try {
            operations.renameFile(from, to);
        } catch (GenericFileOperationFailedException e) {
            if (!SftpFailures.mayMeanNameTaken(e)) {
                throw e;
            }
            operations.renameFile(from, to + '.' + stored.id());
        }
    }

    private static RemoteFile remoteFile(GenericFile<?> file) {
        return new RemoteFile(
                file.getFileNameOnly(), file.getFileLength(), Instant.ofEpochMilli(file.getLastModified()));
    }
}
