package org.claimgate.camel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A key that signs in, made for a test.
 *
 * @param kind its algorithm and format
 * @param authorized its line of an authorized_keys file
 * @param text its file
 * @param passphrase null when it is not encrypted
 */
record UserKey(String kind, String authorized, String text, String passphrase) {

    static final String PASSPHRASE = "pass+phrase &?%";

    private static final int ED25519 = 32;

    /** One of each algorithm in each format that partners ask for. */
    static List<UserKey> ofEachKind() {
        try {
            KeyPair rsa = generate("RSA", 2048);
            KeyPair ecdsa = generate("EC", 256);
            return List.of(
                    openSsh("RSA", rsa),
                    new UserKey("RSA, PEM", authorized(rsa), pem(rsa.getPrivate()), null),
                    encryptedPem("RSA", rsa),
                    openSsh("ECDSA", ecdsa),
                    new UserKey("ECDSA, PEM", authorized(ecdsa), pem(ecdsa.getPrivate()), null),
                    ed25519InPem(),
                    ed25519InOpenSsh());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return kind;
    }

    private static KeyPair generate(String algorithm, int size) throws GeneralSecurityException {
        // Java's own provider leaves the curve out of what OpenSSL writes as EC PRIVATE KEY.
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static UserKey openSsh(String algorithm, KeyPair pair) throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(PASSPHRASE);
        encryption.setCipherName("AES");
        encryption.setCipherType("256");
        encryption.setCipherMode("CTR");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", encryption, out);
        return new UserKey(
                algorithm + ", OpenSSH with a passphrase",
                authorized(pair),
                out.toString(StandardCharsets.US_ASCII),
                PASSPHRASE);
    }

    private static UserKey encryptedPem(String algorithm, KeyPair pair) throws IOException {
        try {
            var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setPassword(PASSPHRASE.toCharArray())
                    .build();
            return new UserKey(
                    algorithm + ", PEM with a passphrase",
                    authorized(pair),
                    pem(new JcaPKCS8Generator(pair.getPrivate(), encryptor)),
                    PASSPHRASE);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserKey ed25519InPem() throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - ED25519, encoded.length);
        String text = pem(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return new UserKey("Ed25519, PEM", authorized(point), text, null);
    }

    private static UserKey ed25519InOpenSsh() throws IOException {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        byte[] blob = OpenSSHPrivateKeyUtil.encodePrivateKey(key);
        String text = pem(new PemObject("OPENSSH PRIVATE KEY", blob));
        return new UserKey(
                "Ed25519, OpenSSH", authorized(key.generatePublicKey().getEncoded()), text, null);
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private static String authorized(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    private static String authorized(byte[] ed25519) throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(blob);
        byte[] name = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(ed25519.length);
        out.write(ed25519);
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.toByteArray());
    }
}
