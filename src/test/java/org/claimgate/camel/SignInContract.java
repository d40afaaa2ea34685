package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFailure.Kind;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.partner.SftpAccount.Proxy.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Getting to a partner's server and in: keys, host keys, proxies. What holds for every server. */
abstract class SignInContract {

    @TempDir
    private Path folder;

    private PartnerServer server;
    private CamelContext context;
    private SftpSessions sessions;
    private String profile;

    abstract PartnerServer server(Path folder);

    static List<UserKey> keys() {
        return UserKey.ofEachKind();
    }

    @BeforeEach
    void open() {
        server = server(folder.resolve("partner"));
        context = new DefaultCamelContext();
        context.start();
        sessions = new SftpSessions(Duration.ofSeconds(30));
        profile = server.profile("test", "[\"*\"]");
    }

    @AfterEach
    void close() throws IOException {
        sessions.close();
        context.stop();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_of_each_kind_signs_in(UserKey key) throws IOException {
        server.accept(key.authorized());
        signInWith(key.text(), key.passphrase());
        assertReached();
    }

    @Test
    void a_key_that_cannot_be_used_says_what_is_wrong_with_it() throws IOException {
        UserKey encrypted = keys().get(0);
        server.accept(encrypted.authorized());

        signInWith(encrypted.text(), null);
        assertThat(failure(Kind.LOGIN)).contains("privateKeyFile", "is encrypted; give its privateKeyPassphrase");
        signInWith(encrypted.text(), "another");
        assertThat(failure(Kind.LOGIN)).contains("does not open with its privateKeyPassphrase");
        signInWith("no key", null);
        assertThat(failure(Kind.LOGIN)).contains("is not a private key in OpenSSH's format or PEM");
        Files.delete(folder.resolve("user-key"));
        assertThat(failure(Kind.LOGIN)).contains("does not exist");
    }

    @Test
    void a_key_that_the_server_does_not_know_is_a_failed_sign_in() throws IOException {
        signInWith(keys().get(1).text(), null);
        assertThat(failure(Kind.LOGIN)).contains("does not accept user, password or key");
    }

    @Test
    void a_host_key_can_be_pinned_by_its_fingerprint() {
        pin(server.fingerprint());
        assertReached();
    }

    @Test
    void a_host_key_with_another_fingerprint_is_shown_and_refused() {
        pin("SHA256:" + "A".repeat(43));
        assertThat(failure(Kind.UNTRUSTED)).contains(server.fingerprint(), "is not pinned");
    }

    @ParameterizedTest
    @EnumSource
    void a_proxy_leads_to_the_server(Type type) throws IOException {
        try (TestProxy proxy = new TestProxy(type)) {
            through(proxy.line(TestProxy.PASSWORD));
            assertReached();
            assertThat(proxy.passed()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_proxy_that_does_not_know_us_is_named(Type type) throws IOException {
        try (TestProxy proxy = new TestProxy(type)) {
            through(proxy.line("wrong"));
            assertThat(failure(Kind.UNREACHABLE)).contains("the proxy").doesNotContain("wrong");
            assertThat(proxy.passed()).isZero();
        }
    }

    private void signInWith(String text, String passphrase) throws IOException {
        Path file = Files.writeString(folder.resolve("user-key"), text);
        String lines = "privateKeyFile: " + file;
        if (passphrase != null) {
            lines += "\n  privateKeyPassphrase: \"" + passphrase + '"';
        }
        profile = server.profile("test", "[\"*\"]").replaceFirst("(password|privateKeyFile): .*", lines);
    }

    private void pin(String fingerprint) {
        profile = profile.replaceFirst("knownHostsFile: .*", "hostKey: " + fingerprint);
    }

    private void through(String proxy) {
        profile = profile.replace("  pollSeconds: 1", "  pollSeconds: 1\n  " + proxy);
    }

    void assertReached() {
        try (RemoteFolder remote = remote()) {
            assertThat(remote.size("nothing")).isEmpty();
        }
    }

    private String failure(Kind kind) {
        try (RemoteFolder remote = remote()) {
            RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> remote.size("nothing"));
            assertThat(failure.kind()).isEqualTo(kind);
            return failure.getMessage();
        }
    }

    /** By the profile as it stands now. */
    private RemoteFolder remote() {
        sessions.close();
        sessions = new SftpSessions(Duration.ofSeconds(30));
        TestHome.write(folder.resolve("partners/test.yaml"), profile);
        Partner partner = Partners.load(folder.resolve("partners")).find("test").orElseThrow();
        return sessions.outbound(context, partner);
    }
}
