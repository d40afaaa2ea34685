package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.claimgate.ledger.InboxFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway on OpenSSH's own server: profile openssh. */
@Tag("openssh")
class OpenSshPickupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void answers_are_picked_up_and_moved_in_folders_that_are_given_from_the_servers_root() throws IOException {
        try (OpenSshServer server = new OpenSshServer(folder.resolve("partner"))) {
            Path archive = server.root().resolve("archive");
            String profile = server.profile("test", "[\"*\"]")
                    .replace("inbound: inbound", "inbound: " + server.inbound())
                    .replace("afterPickup: delete", "afterPickup: {move: " + archive + "}");
            Files.writeString(server.inbound().resolve("answer.835"), "content");
            try (Gateway gateway =
                    Gateway.start(new TestHome(folder).partner("test", profile).config())) {
                await().atMost(PATIENCE).until(() -> gateway.ledger().queries().files(0, 10).stream()
                        .anyMatch(InboxFile::disposed));
            }
            assertThat(archive.resolve("answer.835")).hasContent("content");
            assertThat(server.inbound()).isEmptyDirectory();
        }
    }
}
