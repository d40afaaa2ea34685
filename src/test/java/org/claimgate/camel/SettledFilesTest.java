package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.junit.jupiter.api.Test;

/** When an answer file at a partner counts as whole. */
class SettledFilesTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    @Test
    void aPartnerWhoIsAskedOnceADayIsStillPickedUpFrom() {
        Instant[] now = {MORNING};
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        SettledFiles files = new SettledFiles("daily", null, Duration.ofSeconds(1), clock);

        assertThat(files.accept(answer())).isFalse();
        now[0] = MORNING.plus(Duration.ofDays(1));
        assertThat(files.accept(answer())).isTrue();
    }

    /** It would wait for an hour. */
    @Test
    void aFileThatWasSeenBeforeTheClockWasSetBackIsPickedUp() {
        TestClock clock = new TestClock();
        SettledFiles files = new SettledFiles("set back", null, Duration.ofSeconds(1), clock);

        assertThat(files.accept(answer())).isFalse();
        clock.pass(Duration.ofHours(-1));
        assertThat(files.accept(answer())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(files.accept(answer())).isTrue();
    }

    private static GenericFile<SftpRemoteFile> answer() {
        GenericFile<SftpRemoteFile> file = new GenericFile<>();
        file.setFileName("answer.835");
        file.setFileNameOnly("answer.835");
        file.setFileLength(1000);
        file.setLastModified(MORNING.toEpochMilli());
        return file;
    }
}
