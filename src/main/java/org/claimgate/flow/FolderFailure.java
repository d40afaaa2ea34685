package org.claimgate.flow;

import java.io.IOException;

/** A folder of ours cannot be read or written. The message says which, for people, and holds nothing of what is in its files. */
public final class FolderFailure extends RuntimeException {

    FolderFailure(String message, IOException cause) {
        super(message, cause);
    }
}
