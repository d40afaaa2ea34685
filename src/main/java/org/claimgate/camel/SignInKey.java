package org.claimgate.camel;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.nio.file.Files;
import java.util.Optional;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount.SignIn;

/** Whether the key that signs in to a partner can be used; what a library says of one that cannot helps nobody. */
final class SignInKey {

    private SignInKey() {}

    /** What is wrong with the key and what to do, in words for people; empty when there is none to use, or it can be used. */
    static Optional<String> mistake(Partner partner) {
        SignIn signIn = partner.sftp().signIn();
        return signIn.privateKeyFile() == null
                ? Optional.empty()
                : mistake(signIn)
                        .map(words -> "Partner " + partner.id() + ": its privateKeyFile " + signIn.privateKeyFile()
                                + ' ' + words);
    }

    /** @throws RemoteFailure when the key cannot be used */
    static void require(Partner partner) {
        mistake(partner).ifPresent(words -> {
            throw new RemoteFailure(RemoteFailure.Kind.LOGIN, words, null);
        });
    }

    private static Optional<String> mistake(SignIn signIn) {
        if (!Files.isReadable(signIn.privateKeyFile())) {
            return Optional.of("does not exist or cannot be read");
        }
        try {
            KeyPair key = KeyPair.load(new JSch(), signIn.privateKeyFile().toString(), null);
            if (!key.isEncrypted()) {
                return Optional.empty();
            }
            if (signIn.privateKeyPassphrase() == null) {
                return Optional.of("is encrypted; give its privateKeyPassphrase");
            }
            return key.decrypt(signIn.privateKeyPassphrase())
                    ? Optional.empty()
                    : Optional.of("does not open with its privateKeyPassphrase");
        } catch (JSchException e) {
            return Optional.of("is not a private key in OpenSSH's format or PEM (RSA, ECDSA or Ed25519)");
        }
    }
}
