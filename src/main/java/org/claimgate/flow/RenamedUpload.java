package org.claimgate.flow;

import java.util.OptionalLong;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.partner.SftpAccount;

/**
 * Uploads under a name of this attempt alone, checks, records STAGED, and renames. Of one temporary file only one rename can
 * ever succeed, and what is STAGED is never uploaded again; so the state recorded and the names found at the partner say how
 * to go on after any failure (docs/decisions/0005-delivery-over-camel-ftp.md has the table).
 */
final class RenamedUpload implements Upload {

    private final Ledger ledger;
    private final SftpAccount.Upload.Renamed names;

    RenamedUpload(Ledger ledger, SftpAccount.Upload.Renamed names) {
        this.ledger = ledger;
        this.names = names;
    }

    @Override
    public Outcome bring(StoredInterchange taken, RemoteFolder folder) {
        if (taken.state() == State.STAGED) {
            // It may have been recorded and not forced.
            ledger.force();
            return publish(taken, folder);
        }
        StoredInterchange uploaded = upload(taken, folder);
        OptionalLong size = folder.size(uploaded.tempName());
        if (size.isEmpty()) {
            return new Outcome.Held(uploaded, Doubt.NOT_KEPT);
        }
        requireWhole(uploaded, size.getAsLong());
        return publish(ledger.durably(() -> ledger.interchanges().staged(uploaded)), folder);
    }

    private StoredInterchange upload(StoredInterchange taken, RemoteFolder folder) {
        if (taken.tempName() != null) {
            folder.delete(taken.tempName());
            Failpoint.DELIVERY_CLEARED.reached();
        }
        StoredInterchange uploading = ledger.durably(
                () -> ledger.interchanges().uploading(taken, names.temporaryName(taken.fileName(), taken.attempt())));
        Failpoint.DELIVERY_UPLOADING.reached();
        folder.storeNew(uploading.tempName(), ledger.interchanges().open(taken.id()));
        Failpoint.DELIVERY_UPLOADED.reached();
        return uploading;
    }

    private static void requireWhole(StoredInterchange interchange, long size) {
        if (size != interchange.size()) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.REFUSED,
                    "%s kept %d of %d bytes of %s"
                            .formatted(interchange.partner(), size, interchange.size(), interchange.fileName()),
                    null);
        }
    }

    /** From STAGED on: what stands at the partner decides. That a file is gone, only a rename that found none can tell. */
    private static Outcome publish(StoredInterchange staged, RemoteFolder folder) {
        Failpoint.DELIVERY_STAGED.reached();
        OptionalLong visible = folder.size(staged.fileName());
        if (visible.isEmpty()) {
            boolean renamed = folder.rename(staged.tempName(), staged.fileName());
            Failpoint.DELIVERY_RENAMED.reached();
            return new Outcome.Visible(staged, !renamed);
        }
        boolean tempExists = folder.size(staged.tempName()).isPresent();
        if (!isOurs(staged, visible.getAsLong(), tempExists, folder)) {
            return new Outcome.Held(staged, Doubt.NAME_TAKEN);
        }
        if (tempExists) {
            folder.delete(staged.tempName());
        }
        return new Outcome.Visible(staged, false);
    }

    /** With the temporary file still there, somebody else may have put the visible one: then its content must be ours too. */
    private static boolean isOurs(StoredInterchange staged, long visible, boolean tempExists, RemoteFolder folder) {
        return visible == staged.size()
                && folder.sha256(staged.fileName()).map(staged.sha256()::equals).orElse(!tempExists);
    }
}
