package org.claimgate.flow;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A file in a partner's answer folder, as listed by the server.
 *
 * @param size in bytes
 */
public record RemoteFile(String name, long size, Instant modifiedAt) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._ ()+,=@#-]{0,199}");

    /** Whether a name can be nothing but a file name: no folder, no hidden file, nothing that an SFTP client or server expands. */
    public static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }
}
