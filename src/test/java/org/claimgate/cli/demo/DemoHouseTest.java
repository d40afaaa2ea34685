package org.claimgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHouseTest {

    @TempDir
    private Path folder;

    @Test
    void real_partners_take_no_part_in_the_demo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        DemoHouse.copySandboxPartners(Path.of("partners"), home);
        String sandbox = Files.readString(home.resolve("sandbox-batch.yaml"));
        Files.writeString(home.resolve("real.yaml"), sandbox.replace("id: sandbox-batch", "id: real"));

        DemoHouse.copySandboxPartners(home, folder.resolve("scratch"));

        assertThat(Partners.load(folder.resolve("scratch")).all())
                .extracting(Partner::id)
                .containsExactly("sandbox", "sandbox-batch", "sandbox-reject");
    }
}
