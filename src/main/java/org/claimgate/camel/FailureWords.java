package org.claimgate.camel;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.apache.camel.util.ObjectHelper;
import org.claimgate.flow.FolderFailure;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.ledger.LedgerException;

/** What failed, in words for people. What exceptions of others say may hold data, and is left out. */
final class FailureWords {

    private FailureWords() {}

    static String of(String partner, Throwable failure) {
        RemoteFailure remote = ObjectHelper.getException(RemoteFailure.class, failure);
        if (remote != null) {
            return remote.getMessage();
        }
        LedgerException ledger = ObjectHelper.getException(LedgerException.class, failure);
        if (ledger != null) {
            return ledger.getMessage();
        }
        FolderFailure folder = ObjectHelper.getException(FolderFailure.class, failure);
        if (folder != null) {
            return folder.getMessage() + " (" + root(folder).getClass().getSimpleName() + ")";
        }
        if (has(failure, JMSException.class) || has(failure, JMSRuntimeException.class)) {
            return "The message broker does not answer";
        }
        if (failure instanceof org.apache.camel.component.file.GenericFileOperationFailedException) {
            return SftpFailures.of(partner, "pick up files", failure).getMessage();
        }
        Throwable root = root(failure);
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return ObjectHelper.getException(type, failure) != null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
