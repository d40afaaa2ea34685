package org.claimgate.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchProxyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import org.apache.camel.util.ObjectHelper;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFailure.Kind;
import org.claimgate.ledger.LedgerException;

/** What the SFTP library throws, in our own words. */
final class SftpFailures {

    private static final int FILE_ALREADY_EXISTS = 11;

    private SftpFailures() {}

    /**
     * @param what we were doing, such as "upload a file"
     * @param cause anything thrown on the way
     * @return a {@link RemoteFailure}, or the failure of ours that stopped the call, such as one of the ledger
     */
    static RuntimeException of(String partner, String what, Throwable cause) {
        RuntimeException own = own(cause);
        if (own != null) {
            return own;
        }
        Kind kind = kind(cause);
        String words =
                switch (kind) {
                    case UNTRUSTED -> "the server shows a host key that is not pinned in its profile";
                    case LOGIN -> "the server does not accept user, password or key";
                    case REFUSED -> "the server refused to " + what + reason(cause);
                    case UNREACHABLE -> has(cause, JSchProxyException.class)
                            ? "the proxy does not answer, does not know us, or does not let us through to the server"
                            : "no connection, or it broke off, trying to " + what;
                };
        return new RemoteFailure(kind, "Partner " + partner + ": " + words, cause);
    }

    /** What we threw ourselves somewhere below a call of the library. */
    private static RuntimeException own(Throwable cause) {
        RuntimeException remote = ObjectHelper.getException(RemoteFailure.class, cause);
        return remote == null ? ObjectHelper.getException(LedgerException.class, cause) : remote;
    }

    static Kind kind(Throwable cause) {
        if (has(cause, JSchHostKeyException.class)) {
            return Kind.UNTRUSTED;
        }
        SftpException answer = ObjectHelper.getException(SftpException.class, cause);
        if (answer != null && isRefusal(answer)) {
            return Kind.REFUSED;
        }
        JSchException session = ObjectHelper.getException(JSchException.class, cause);
        if (session != null && isLogin(session)) {
            return Kind.LOGIN;
        }
        return Kind.UNREACHABLE;
    }

    /** The server's answer, by the numbers of SFTP; -1 when it gave none. */
    static int status(Throwable failure) {
        SftpException answer = ObjectHelper.getException(SftpException.class, failure);
        return answer == null ? -1 : answer.id;
    }

    /** SFTP version 3 has no number of its own for it, but some servers use the one of later versions. */
    static boolean mayMeanNameTaken(Throwable failure) {
        int status = status(failure);
        return status == ChannelSftp.SSH_FX_FAILURE || status == FILE_ALREADY_EXISTS;
    }

    /** A failure answered by the server; the library also uses the general code for a broken line, with a cause. */
    private static boolean isRefusal(SftpException answer) {
        return switch (answer.id) {
            case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST -> false;
            case ChannelSftp.SSH_FX_FAILURE -> !has(answer, IOException.class)
                    && !has(answer, JSchException.class)
                    && answer.getCause() == null;
            default -> true;
        };
    }

    /** The library has no type for it: "Auth fail for methods …", "USERAUTH fail", "Auth cancel". */
    private static boolean isLogin(JSchException session) {
        String message = String.valueOf(session.getMessage());
        return message.startsWith("Auth ") || message.startsWith("USERAUTH");
    }

    private static String reason(Throwable cause) {
        SftpException answer = ObjectHelper.getException(SftpException.class, cause);
        if (answer == null) {
            return "";
        }
        return switch (answer.id) {
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> ": permission denied";
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> ": no such folder or file";
            default -> " (code " + answer.id + ": no space, or a limit of the server)";
        };
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return ObjectHelper.getException(type, failure) != null;
    }
}
