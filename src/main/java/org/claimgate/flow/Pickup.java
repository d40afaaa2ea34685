package org.claimgate.flow;

import java.util.Optional;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;

/**
 * Keeps what partners answer: raw bytes first, on disk with their hash, before the partner's copy is touched. A file that was
 * stored but not disposed of when the process died is disposed of the next time it is seen.
 */
public final class Pickup {

    private final Ledger ledger;

    public Pickup(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The file if it has been stored already: then the partner's copy only has to go. */
    public Optional<InboxFile> stored(String partner, RemoteFile file) {
        return ledger.inbox().find(partner, file.name(), file.size(), file.modifiedAt());
    }

    /**
     * Stores a file. When this returns, the partner's copy may go.
     *
     * @throws RemoteFailure when the bytes are not as many as the server listed: the file is still growing, or was cut off
     */
    public InboxFile store(String partner, RemoteFile file, byte[] bytes) {
        if (!RemoteFile.isSafe(file.name())) {
            throw new IllegalArgumentException("A file name of partner " + partner + " is not safe to keep");
        }
        if (bytes.length != file.size()) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.UNREACHABLE,
                    "%s listed %d bytes of %s and gave %d".formatted(partner, file.size(), file.name(), bytes.length),
                    null);
        }
        return ledger.durably(() -> ledger.inbox().store(partner, file.name(), file.modifiedAt(), bytes));
    }

    /** Records that the partner's copy is gone. */
    public void disposed(InboxFile file) {
        ledger.inbox().disposed(file.id());
    }
}
