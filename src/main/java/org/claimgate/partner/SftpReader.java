package org.claimgate.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimgate.partner.SftpAccount.Proxy;
import org.claimgate.partner.SftpAccount.SignIn;
import org.claimgate.partner.SftpAccount.Trust;
import org.claimgate.partner.SftpAccount.Upload;
import org.claimgate.yaml.YamlObject;

/** Reads and checks the {@code sftp} part of a partner file. */
final class SftpReader {

    private static final int DAY = 86_400;
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final int LONGEST_FOLDER = 100;
    private static final Pattern AFFIX = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Path folder;
    private final YamlObject yaml;

    /** @param folder what paths are relative to */
    SftpReader(Path folder, YamlObject yaml) {
        this.folder = folder;
        this.yaml = yaml;
    }

    SftpAccount read() {
        String outbound = yaml.text("outbound");
        SftpAccount account = new SftpAccount(
                yaml.text("host"),
                yaml.number("port", 22, 1, 65535),
                signIn(),
                trust(),
                proxy(yaml.objectIfPresent("proxy")),
                outbound,
                yaml.text("inbound"),
                archive(),
                upload(outbound),
                Duration.ofSeconds(yaml.number("pollSeconds", 60, 1, DAY)),
                Duration.ofSeconds(yaml.number("keepSeconds", 120, 0, DAY)));
        yaml.finish();
        return account;
    }

    private SignIn signIn() {
        String password = yaml.text("password", null);
        String privateKeyFile = yaml.text("privateKeyFile", null);
        String passphrase = yaml.text("privateKeyPassphrase", null);
        if ((password == null) == (privateKeyFile == null)) {
            throw yaml.mistake("password", "give either 'password' or 'privateKeyFile'");
        }
        if (passphrase != null && privateKeyFile == null) {
            throw yaml.mistake("privateKeyPassphrase", "'privateKeyPassphrase' goes with 'privateKeyFile'");
        }
        return new SignIn(yaml.text("user"), password, path(privateKeyFile), passphrase);
    }

    private Trust trust() {
        String knownHostsFile = yaml.text("knownHostsFile", null);
        String fingerprint = yaml.text("hostKey", null);
        if ((knownHostsFile == null) == (fingerprint == null)) {
            throw yaml.mistake("hostKey", "give either 'knownHostsFile' or 'hostKey'");
        }
        if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
            throw yaml.mistake("hostKey", "'hostKey' is SHA256: and 43 characters, as ssh-keygen -l prints it");
        }
        return new Trust(path(knownHostsFile), fingerprint);
    }

    private static Proxy proxy(YamlObject yaml) {
        if (yaml == null) {
            return null;
        }
        String type = yaml.oneOf("type", null, Set.of("http", "socks5"));
        String user = yaml.text("user", null);
        String password = yaml.text("password", null);
        if ((user == null) != (password == null)) {
            throw yaml.mistake("user", "give both 'user' and 'password', or none");
        }
        Proxy proxy = new Proxy(
                Proxy.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                yaml.text("host"),
                yaml.number("port", type.equals("http") ? 3128 : 1080, 1, 65535),
                user,
                password);
        yaml.finish();
        return proxy;
    }

    private String archive() {
        if (yaml.isText("afterPickup")) {
            yaml.oneOf("afterPickup", null, Set.of("delete"));
            return null;
        }
        YamlObject afterPickup = yaml.object("afterPickup");
        String archive = afterPickup.text("move");
        afterPickup.finish();
        return archive;
    }

    private Upload upload(String outbound) {
        if (yaml.isText("upload")) {
            yaml.oneOf("upload", null, Set.of("direct"));
            return new Upload.Direct();
        }
        YamlObject upload = yaml.objectIfPresent("upload");
        return upload == null ? Upload.Renamed.USUAL : renamed(upload, outbound);
    }

    private static Upload renamed(YamlObject yaml, String outbound) {
        String prefix = affix(yaml, "prefix");
        String suffix = affix(yaml, "suffix");
        String folder = yaml.text("folder", null);
        if (folder != null && folder.length() > LONGEST_FOLDER) {
            throw yaml.mistake("folder", "'folder' has at most " + LONGEST_FOLDER + " characters");
        }
        if (prefix.isEmpty() && suffix.isEmpty() && (folder == null || folder.equals(outbound))) {
            throw yaml.mistake(
                    "folder", "'upload' is direct, or has 'prefix', 'suffix' or another 'folder' than 'outbound'");
        }
        yaml.finish();
        return new Upload.Renamed(folder, prefix, suffix);
    }

    private static String affix(YamlObject yaml, String key) {
        String affix = yaml.text(key, "");
        if (!affix.isEmpty() && !AFFIX.matcher(affix).matches()) {
            throw yaml.mistake(key, "'" + key + "' has 1 to 40 letters, digits, dots, hyphens and underscores");
        }
        return affix;
    }

    private Path path(String text) {
        return text == null ? null : folder.resolve(text).normalize();
    }
}
