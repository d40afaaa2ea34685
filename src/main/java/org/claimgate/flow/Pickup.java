package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;

/**
 * Keeps what partners answer: raw bytes first, on disk with their hash, before the partner's copy is touched. A file that was
 * stored but not disposed of when the process died is disposed of the next time it is seen.
 */
public final class Pickup {

    /** Why a file stays in a partner's answer folder. */
    public enum Stranding {
        UNSAFE_NAME("SFTP:name-unsafe", "its name holds characters that are not taken, or is too long"),
        EMPTY("SFTP:file-empty", "it is empty");

        private final String code;
        private final String words;

        Stranding(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Ledger ledger;
    private final Clock clock;

    public Pickup(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The file if it has been stored already: then the partner's copy only has to go. */
    public Optional<InboxFile> stored(String partner, RemoteFile file) {
        Optional<InboxFile> stored = ledger.inbox().find(partner, file.name(), file.size(), file.modifiedAt());
        // It may have been recorded and not forced.
        stored.ifPresent(known -> ledger.force());
        return stored;
    }

    /**
     * Stores a file. When this returns, the partner's copy may go.
     *
     * @param download what came of it, in a file of ours
     * @throws RemoteFailure when the bytes are not as many as the server listed: the file is still growing, or was cut off
     */
    public InboxFile store(String partner, RemoteFile file, Path download) {
        if (!RemoteFile.isSafe(file.name())) {
            throw new IllegalArgumentException("A file name of partner " + partner + " is not safe to keep");
        }
        long came = size(partner, download);
        if (came != file.size()) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.UNREACHABLE,
                    "%s listed %d bytes of %s and gave %d".formatted(partner, file.size(), file.name(), came),
                    null);
        }
        Failpoint.PICKUP_DOWNLOADED.reached();
        InboxFile stored = ledger.durably(() -> write(partner, file, download));
        Failpoint.PICKUP_STORED.reached();
        return stored;
    }

    private InboxFile write(String partner, RemoteFile file, Path download) {
        try (InputStream bytes = Files.newInputStream(download)) {
            InboxFile written = ledger.inbox().store(partner, file.name(), file.modifiedAt(), file.size(), bytes);
            if (written.state() == InboxFile.State.DUPLICATE) {
                ledger.inbox().first(written).ifPresent(first -> ledger.outbox()
                        .add(DeliveryMessages.duplicate(written, first, clock.instant())));
            }
            Failpoint.PICKUP_WRITTEN.reached();
            return written;
        } catch (IOException e) {
            throw new FolderFailure("A download of partner " + partner + " cannot be read again", e);
        }
    }

    private static long size(String partner, Path download) {
        try {
            return Files.size(download);
        } catch (IOException e) {
            throw new FolderFailure("A download of partner " + partner + " cannot be read again", e);
        }
    }

    /** Tells of a file that stays at the partner: once for each name, however often it is seen. */
    public void stranded(String partner, String name, Stranding why) {
        ledger.outbox().add(DeliveryMessages.stranded(partner, name, why.code, why.words, clock.instant()));
    }

    /** Records that the partner's copy is gone. */
    public void disposed(InboxFile file) {
        Failpoint.PICKUP_DISPOSED.reached();
        ledger.inbox().disposed(file.id());
        Failpoint.PICKUP_RECORDED.reached();
    }
}
