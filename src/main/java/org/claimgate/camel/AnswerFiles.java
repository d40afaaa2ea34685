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
    private static final String LEASE = "claimgate.lease";

    private final Partner partner;
    private final Pickup pickup;
    private final PartnerLeases leases;

    AnswerFiles(Partner partner, Pickup pickup, PartnerLeases leases) {
        this.partner = partner;
        this.pickup = pickup;
        this.leases = leases;
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

    /** Leaves out the download of a file that is in the ledger, and of all when another node has taken the partner. */
    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        Optional<Lease> lease = leases.of(partner.id()).filter(leases::isHeld);
        if (lease.isEmpty()) {
            return false;
        }
        exchange.setProperty(LEASE, lease.get());
        Optional<InboxFile> stored = pickup.stored(partner.id(), remoteFile(file));
        stored.ifPresent(known -> dispose(operations, exchange, file, known));
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
            dispose(operations, exchange, file, stored);
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

    /** A name may stand for another file by now, if another node has taken the partner: that node disposes of what we stored. */
    private void dispose(
            GenericFileOperations<SftpRemoteFile> operations,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file,
            InboxFile stored) {
        if (!leases.isHeld(exchange.getProperty(LEASE, Lease.class))) {
            LOG.info("File {} of {} is left to the node that has taken the partner", stored.id(), partner.id());
            return;
        }
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
