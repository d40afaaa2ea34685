package org.claimgate.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import org.apache.camel.util.ObjectHelper;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFailure.Kind;

/** What the SFTP library throws, in our own words. */
final class SftpFailures {

    private SftpFailures() {}

    /**
     * @param what we were doing, such as "upload a file"
     * @param cause anything thrown on the way
     */
    static RemoteFailure of(String partner, String what, Throwable cause) {
        Kind kind = kind(cause);
        String words =
                switch (kind) {
                    case UNTRUSTED -> "the server shows a host key that is not in its known hosts file";
                    case LOGIN -> "the server does not accept user, password or key";
                    case REFUSED -> "the server refused to " + what + reason(cause);
                    case UNREACHABLE -> "no connection, or it broke off, trying to " + what;
                };
        return new RemoteFailure(kind, "Partner " + partner + ": " + words, cause);
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
