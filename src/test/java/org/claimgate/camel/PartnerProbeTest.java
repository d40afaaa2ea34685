package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.camel.PartnerProbe.Finding;
import org.claimgate.camel.PartnerProbe.Finding.Verdict;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a try of a partner's server finds. */
class PartnerProbeTest {

    @TempDir
    private Path folder;

    private DropPoint server;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void open() {
        server = new DropPoint(folder.resolve("partner"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keepSeconds: 120", "upload: {folder: staging}", "upload: direct"})
    void a_server_that_does_what_is_needed_is_sound_and_nothing_is_left_there(String line) {
        server.refusesToOverwrite();
        assertThat(probe(profile(line))).isTrue();
        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.GOOD);
        assertThat(words()).contains(server.fingerprint(), "outbound: folder outbound", "inbound: folder inbound");
        assertThat(server.dropped()).isEmpty();
        assertThat(server.root().resolve("staging")).isEmptyDirectory();
    }

    @Test
    void a_rename_that_overwrites_is_noted() {
        assertThat(probe(profile("keepSeconds: 120"))).isTrue();
        assertThat(findings)
                .filteredOn(finding -> finding.verdict() == Verdict.NOTE)
                .extracting(Finding::words)
                .singleElement()
                .asString()
                .contains("renaming overwrites");
    }

    @Test
    void a_server_that_forbids_renaming_needs_another_profile() {
        server.forbidsRenaming();
        assertThat(probe(profile("keepSeconds: 120"))).isFalse();
        assertThat(words()).contains("the profile needs 'upload: direct'");
        assertThat(server.dropped()).isEmpty();
        findings.clear();
        assertThat(probe(profile("upload: direct"))).isTrue();
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(probe(profile("keepSeconds: 120").replace("inbound: inbound", "inbound: answers")))
                .isFalse();
        assertThat(words()).contains("inbound: folder answers cannot be listed");
    }

    @Test
    void a_host_key_that_is_not_pinned_is_shown_and_refused() {
        String other =
                profile("keepSeconds: 120").replaceFirst("knownHostsFile: .*", "hostKey: SHA256:" + "A".repeat(43));
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> probe(other));
        assertThat(failure).hasMessageContaining(server.fingerprint());
        assertThat(findings).isEmpty();
    }

    private boolean probe(String profile) {
        TestHome.write(folder.resolve("partners/test.yaml"), profile);
        return PartnerProbe.run(
                Partners.load(folder.resolve("partners")).find("test").orElseThrow(), Clock.systemUTC(), findings::add);
    }

    private String profile(String line) {
        return server.profile("test", "[\"*\"]").replace("  pollSeconds: 1", "  pollSeconds: 1\n  " + line);
    }

    private String words() {
        return String.join("\n", findings.stream().map(Finding::words).toList());
    }
}
