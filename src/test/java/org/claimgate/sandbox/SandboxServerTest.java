package org.claimgate.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SFTP server and its folders, with an answerer that echoes. */
class SandboxServerTest {

    private static final List<Account> ACCOUNTS =
            List.of(new Account("north", "n-word"), new Account("south", "s-word"));

    @TempDir
    Path folder;

    private final AtomicInteger answered = new AtomicInteger();

    private SandboxServer start(int port) throws IOException {
        return SandboxServer.start(folder, port, ACCOUNTS, file -> {
            answered.incrementAndGet();
            return List.of(Answer.now("TA1", file), Answer.now("999", file), Answer.later("835", file));
        });
    }

    private SftpUser north(SandboxServer server) throws IOException {
        return SftpUser.withPassword(folder, server.port(), "north", "n-word");
    }

    @Test
    void aRenamedFileIsAnsweredInTheUsersOwnInboundFolder() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server);
                SftpUser south = SftpUser.withPassword(folder, server.port(), "south", "s-word")) {
            north.drop("a_1.x12", bytes("hello"));

            await().untilAsserted(
                            () -> assertThat(north.list("/inbound")).containsExactly("a_1.1.TA1.x12", "a_1.2.999.x12"));
            assertThat(north.get("/inbound/a_1.2.999.x12")).isEqualTo(bytes("hello"));
            assertThat(north.list("/outbound")).isEmpty();
            assertThat(south.list("/inbound")).isEmpty();
            assertThat(south.list("/")).containsExactly("inbound", "outbound");
        }
    }

    @Test
    void aFileUploadedUnderItsFinalNameIsAnsweredWhenItIsClosed() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            north.put("/outbound/direct.x12", bytes("whole"));

            await().untilAsserted(() -> assertThat(north.list("/inbound")).hasSize(2));
            assertThat(north.get("/inbound/direct.1.TA1.x12")).isEqualTo(bytes("whole"));
        }
    }

    @Test
    void temporaryNamesAreLeftAlone() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            north.put("/outbound/.half.x12", bytes("a"));
            north.put("/outbound/half.x12.tmp", bytes("b"));
            north.drop("whole.x12", bytes("c"));

            await().untilAsserted(() -> assertThat(north.list("/inbound")).hasSize(2));
            assertThat(north.list("/outbound")).containsExactly(".half.x12", "half.x12.tmp");
            assertThat(answered).hasValue(1);
        }
    }

    @Test
    void aRenameRefusesAnExistingTarget() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            north.put("/first", bytes("a"));
            north.put("/second", bytes("b"));

            assertThatThrownBy(() -> north.rename("/first", "/second")).isInstanceOf(IOException.class);
            assertThat(north.get("/second")).isEqualTo(bytes("b"));
        }
    }

    @Test
    void aLaterAnswerWaitsUntilTheEarlierOnesArePickedUp() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            north.drop("a.x12", bytes("a"));
            await().untilAsserted(() -> assertThat(north.list("/inbound")).hasSize(2));

            north.remove("/inbound/a.1.TA1.x12");
            assertThat(north.list("/inbound")).containsExactly("a.2.999.x12");
            north.remove("/inbound/a.2.999.x12");

            await().untilAsserted(() -> assertThat(north.list("/inbound")).containsExactly("a.3.835.x12"));
        }
    }

    @Test
    void filesDroppedOrHalfAnsweredBeforeAStopAreFinishedAfterTheNextStart() throws Exception {
        int port;
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            port = server.port();
            north.drop("a.x12", bytes("a"));
            await().untilAsserted(() -> assertThat(north.list("/inbound")).hasSize(2));
        }
        Path user = folder.resolve("users/north");
        Files.delete(user.resolve("inbound/a.1.TA1.x12"));
        Files.delete(user.resolve("inbound/a.2.999.x12"));
        Files.writeString(user.resolve("outbound/b.x12"), "b");
        Files.writeString(folder.resolve("desk/north/received/c.x12"), "c");
        Files.createDirectories(folder.resolve("desk/north/answers/.c.x12"));

        try (SandboxServer again = start(port);
                SftpUser north = north(again)) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(north.list("/inbound"))
                    .containsExactly("a.3.835.x12", "b.1.TA1.x12", "b.2.999.x12", "c.1.TA1.x12", "c.2.999.x12");
            assertThat(answered).hasValue(3);
        }
    }

    @Test
    void theSameNameTwiceIsTwoFiles() throws Exception {
        try (SandboxServer server = start(0);
                SftpUser north = north(server)) {
            north.drop("a.x12", bytes("one"));
            await().untilAsserted(() -> assertThat(north.list("/inbound")).hasSize(2));
            north.drop("a.x12", bytes("two"));

            await().untilAsserted(() -> assertThat(north.list("/inbound"))
                    .containsExactly("a-2.1.TA1.x12", "a-2.2.999.x12", "a.1.TA1.x12", "a.2.999.x12"));
        }
    }

    @Test
    void aFileThatBreaksTheAnswererIsKeptApartAndTheNextOneIsAnswered() throws Exception {
        try (SandboxServer server = SandboxServer.start(folder, 0, ACCOUNTS, file -> {
                    if (file.length == 0) {
                        throw new IllegalStateException("empty");
                    }
                    return List.of(Answer.now("TA1", file));
                });
                SftpUser north = north(server)) {
            north.drop("bad.x12", new byte[0]);
            north.drop("good.x12", bytes("good"));

            await().untilAsserted(() -> assertThat(north.list("/inbound")).containsExactly("good.1.TA1.x12"));
            assertThat(folder.resolve("desk/north/unreadable/bad.x12")).exists();
        }
    }

    @Test
    void theHostKeyStaysTheSameAndAStrangerIsRefused() throws Exception {
        String before;
        int port;
        try (SandboxServer server = start(0)) {
            before = server.knownHostsLine();
            port = server.port();
            assertThatThrownBy(() -> SftpUser.withPassword(folder, server.port(), "north", "s-word"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> SftpUser.withPassword(folder, server.port(), "east", "n-word"))
                    .isInstanceOf(IOException.class);
        }
        try (SandboxServer again = start(port)) {
            assertThat(again.knownHostsLine()).isEqualTo(before).startsWith("[127.0.0.1]:" + port + " ecdsa-");
            assertThat(folder.resolve("known_hosts")).hasContent(before);
        }
    }

    @Test
    void aKeyOfAuthorizedKeysOpensTheDoor() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        SftpUser.authorize(folder, PublicKeyEntry.toString(key.getPublic()));
        try (SandboxServer server = start(0);
                SftpUser north = SftpUser.withKey(folder, server.port(), "north", key)) {
            assertThat(north.list("/")).containsExactly("inbound", "outbound");
            KeyPair other = generator.generateKeyPair();
            assertThatThrownBy(() -> SftpUser.withKey(folder, server.port(), "north", other))
                    .isInstanceOf(IOException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
