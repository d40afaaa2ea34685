package org.claimgate.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as the ledger keeps it. */
public final class Hashes {

    private Hashes() {}

    /** 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return hexadecimal(digest);
    }

    /** For what is too long to be held whole; {@link #hexadecimal} ends it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** 64 hexadecimal digits of what a digest has been fed. */
    public static String hexadecimal(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
