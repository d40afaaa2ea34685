package org.claimgate.flow;

import org.claimgate.ledger.StoredInterchange;

/** A way to bring an interchange's bytes to a partner, from whatever an attempt before this one left behind. */
interface Upload {

    /**
     * @param taken as it was taken on: its state and the name it was uploaded under tell how far the attempt before came
     * @throws RemoteFailure when the partner's server fails; then the next attempt goes on from what is recorded and found
     */
    Outcome bring(StoredInterchange taken, RemoteFolder folder);

    /** What an upload came to, with the interchange as it is recorded. */
    sealed interface Outcome {

        StoredInterchange interchange();

        /** @param inferred nobody saw it, but it cannot be otherwise */
        record Visible(StoredInterchange interchange, boolean inferred) implements Outcome {}

        record Held(StoredInterchange interchange, Doubt why) implements Outcome {}
    }

    /** Why a person has to look. */
    enum Doubt {
        NAME_TAKEN("SFTP:name-taken", "another file has its name at the partner"),
        NOT_KEPT(
                "SFTP:upload-not-kept",
                "the partner confirmed the upload and does not show it under its temporary name;"
                        + " if it takes files whatever their name, its profile needs another 'upload'"),
        UNCLEAR("SFTP:upload-unclear", "it cannot be told how much of it the partner has got"),
        RESTORED("LEDGER:restored", "the ledger was restored from a backup, and the partner may have it by now"),
        WAITED(
                "LEDGER:restored",
                "its claims waited when the backup was made that the ledger was restored from,"
                        + " and the partner may have them in a file that the ledger does not know");

        private final String code;
        private final String words;

        Doubt(String code, String words) {
            this.code = code;
            this.words = words;
        }

        String code() {
            return code;
        }

        String words() {
            return words;
        }
    }
}
