package org.claimgate.partner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A partner's SFTP account.
 *
 * @param signIn who we are to the server
 * @param trust which server is the partner's
 * @param proxy what the connection goes through; null for none
 * @param outbound folder that we drop claims into
 * @param inbound folder that we pick answers up from
 * @param archive folder that picked up files are moved to; null deletes them
 * @param upload how a file that we drop becomes visible
 * @param poll how often the inbound folder is looked at
 * @param keep how long a session that is not used is kept; zero ends it after every poll and every delivery
 */
public record SftpAccount(
        String host,
        int port,
        SignIn signIn,
        Trust trust,
        Proxy proxy,
        String outbound,
        String inbound,
        String archive,
        Upload upload,
        Duration poll,
        Duration keep) {

    /**
     * User, and either a password or a key; what is not given is null.
     *
     * @param privateKeyFile in OpenSSH's format or PEM: RSA, ECDSA or Ed25519
     * @param privateKeyPassphrase null for a key that is not encrypted
     */
    public record SignIn(String user, String password, Path privateKeyFile, String privateKeyPassphrase) {

        /** Only the user. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * The only host keys that are taken for the partner's; one of the two is null.
     *
     * @param fingerprint of the one key, as {@code ssh-keygen -l} prints it: {@code SHA256:} and 43 characters
     */
    public record Trust(Path knownHostsFile, String fingerprint) {}

    /** An HTTP proxy (CONNECT) or a SOCKS 5 proxy; user and password are null where it asks for none. */
    public record Proxy(Type type, String host, int port, String user, String password) {

        /** How the proxy is spoken to. */
        public enum Type {
            HTTP,
            SOCKS5
        }

        /** Without user and password. */
        @Override
        public String toString() {
            return type + " proxy " + host + ":" + port;
        }
    }

    /** How a file that we drop becomes visible at the partner. */
    public sealed interface Upload {

        /**
         * Under a name of each attempt alone, in which the partner takes no interest, and renamed when it is whole.
         *
         * @param folder where it lies until then; null for the folder that it is dropped into
         */
        record Renamed(String folder, String prefix, String suffix) implements Upload {

            /** A hidden name that ends in .tmp. */
            public static final Renamed USUAL = new Renamed(null, ".", ".tmp");

            /** The temporary name: in another folder with that folder and a slash before it. */
            public String temporaryName(String fileName, int attempt) {
                return (folder == null ? "" : folder + '/') + prefix + fileName + '.' + attempt + suffix;
            }
        }

        /** Under its own name from the beginning, for partners that forbid renaming. */
        record Direct() implements Upload {}
    }

    /** Without what signs in. */
    @Override
    public String toString() {
        return "sftp://" + signIn + "@" + host + ":" + port;
    }
}
