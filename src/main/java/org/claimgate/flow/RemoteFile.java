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

    /** Control and format characters, lone surrogates, unassigned ones, and separators other than the blank. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    private static final int LONGEST = 200;

    /** Whether a name can be nothing but a file name: no folder, no hidden file, nothing that an SFTP client or server expands. */
    public static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    /** Any name as people can read it on a terminal: at most 200 characters, and what is not visible as its Unicode number. */
    public static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> {
            if (INVISIBLE.matcher(Character.toString(c)).matches()) {
                shown.append("\\u{%x}".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return name.codePointCount(0, name.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }
}
