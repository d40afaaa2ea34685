package org.claimgate.camel;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.claimgate.ledger.Hashes;

/**
 * Which host keys are a partner's: the one with the pinned fingerprint, or those of its known hosts file. Remembers which
 * key was shown, to tell people of it, and never takes one on.
 */
final class HostKeys implements HostKeyRepository {

    private final String fingerprint;
    private final HostKeyRepository knownHosts;
    private String shown;

    /** @param fingerprint null where the known hosts decide */
    HostKeys(String fingerprint, HostKeyRepository knownHosts) {
        this.fingerprint = fingerprint;
        this.knownHosts = knownHosts;
    }

    /** Kind and fingerprint of the key that the server showed, such as {@code ssh-ed25519 SHA256:…}. */
    Optional<String> shown() {
        return Optional.ofNullable(shown);
    }

    @Override
    public int check(String host, byte[] key) {
        String seen = fingerprint(key);
        shown = kind(key) + ' ' + seen;
        if (fingerprint == null) {
            return knownHosts.check(host, key);
        }
        return MessageDigest.isEqual(
                        seen.getBytes(StandardCharsets.US_ASCII), fingerprint.getBytes(StandardCharsets.US_ASCII))
                ? OK
                : CHANGED;
    }

    @Override
    public void add(HostKey key, UserInfo people) {
        throw new IllegalStateException("no host key is taken on");
    }

    @Override
    public void remove(String host, String type) {
        throw new IllegalStateException("no host key is given up");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new IllegalStateException("no host key is given up");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return knownHosts.getKnownHostsRepositoryID();
    }

    @Override
    public HostKey[] getHostKey() {
        return knownHosts.getHostKey();
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return knownHosts.getHostKey(host, type);
    }

    private static String fingerprint(byte[] key) {
        MessageDigest digest = Hashes.sha256();
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest.digest(key));
    }

    /** A public key begins with the name of its kind (RFC 4253, 6.6). */
    private static String kind(byte[] key) {
        ByteBuffer blob = ByteBuffer.wrap(key);
        int length = blob.getInt();
        return new String(key, Integer.BYTES, length, StandardCharsets.US_ASCII);
    }
}
