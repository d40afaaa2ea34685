package org.claimgate.camel;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.claimgate.flow.Pickup;
import org.claimgate.flow.RemoteFile;
import org.claimgate.ledger.InboxFile;
import org.claimgate.partner.Partner;

/**
 * One partner's answer files, from the server into the ledger: {@link #store} is what the route calls; before and after it
 * the file is disposed of (deleted, or moved to the partner's archive folder), and only when it is in the ledger.
 */
final class AnswerFiles implements GenericFileProcessStrategy<SftpRemoteFile> {

    private static final String STORED = "claimgate.stored";

    private final Partner partner;
    private final Pickup pickup;

    AnswerFiles(Partner partner, Pickup pickup) {
        this.partner = partner;
        this.pickup = pickup;
    }

    /** Keeps the file of an exchange. */
    void store(Exchange exchange) {
        GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        exchange.setProperty(STORED, pickup.store(partner.id(), remoteFile(file), bytes));
    }

    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        // Nothing to prepare: leftovers of another process are found by their rows in the ledger.
    }

    /** Leaves out the download of a file that is in the ledger. */
    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
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

    @Override
    public void rollback(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // The file stays where it is, for the next poll.
    }

    private void dispose(
            GenericFileOperations<SftpRemoteFile> operations, GenericFile<SftpRemoteFile> file, InboxFile stored) {
        String archive = partner.sftp().archive();
        if (archive == null) {
            operations.deleteFile(file.getAbsoluteFilePath());
        } else {
            operations.renameFile(file.getAbsoluteFilePath(), archive + '/' + file.getFileNameOnly());
        }
        pickup.disposed(stored);
    }

    private static RemoteFile remoteFile(GenericFile<?> file) {
        return new RemoteFile(
                file.getFileNameOnly(), file.getFileLength(), Instant.ofEpochMilli(file.getLastModified()));
    }
}
