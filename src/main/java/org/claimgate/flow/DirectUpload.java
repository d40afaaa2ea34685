package org.claimgate.flow;

import java.util.Optional;
import java.util.OptionalLong;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;

/**
 * Uploads under the interchange's own name, for partners that forbid renaming. The name can be made once, and is recorded
 * before anything is written to it; an interchange whose upload did not come to a clear end is not uploaded again by itself
 * (docs/decisions/0019-sftp-as-it-is-in-the-field.md has the table).
 */
final class DirectUpload implements Upload {

    private final Ledger ledger;

    DirectUpload(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether an attempt before was one of this kind: then it is finished or held in this way, whatever the profile says now. */
    static boolean hasBegun(StoredInterchange taken) {
        return taken.fileName().equals(taken.tempName());
    }

    @Override
    public Outcome bring(StoredInterchange taken, RemoteFolder folder) {
        if (!hasBegun(taken)) {
            return upload(taken, folder);
        }
        return taken.state() == State.STAGED ? new Outcome.Visible(taken, false) : judge(taken, folder);
    }

    private Outcome upload(StoredInterchange taken, RemoteFolder folder) {
        if (taken.tempName() != null) {
            folder.delete(taken.tempName());
        }
        Optional<RemoteFolder.NewFile> file = folder.create(taken.fileName());
        if (file.isEmpty()) {
            return new Outcome.Held(taken, Doubt.NAME_TAKEN);
        }
        StoredInterchange uploading = ledger.durably(() -> ledger.interchanges().uploading(taken, taken.fileName()));
        file.get().write(ledger.interchanges().open(taken.id()));
        OptionalLong size = folder.size(taken.fileName());
        if (size.isPresent() && size.getAsLong() != taken.size()) {
            return new Outcome.Held(uploading, Doubt.UNCLEAR);
        }
        return visible(uploading);
    }

    /** An upload that ended we do not know where: only the whole content, read back, is an answer. */
    private Outcome judge(StoredInterchange uploading, RemoteFolder folder) {
        boolean whole = folder.size(uploading.fileName()).isPresent()
                && folder.sha256(uploading.fileName())
                        .filter(uploading.sha256()::equals)
                        .isPresent();
        return whole ? visible(uploading) : new Outcome.Held(uploading, Doubt.UNCLEAR);
    }

    private Outcome visible(StoredInterchange uploading) {
        return new Outcome.Visible(ledger.durably(() -> ledger.interchanges().staged(uploading)), false);
    }
}
