package org.claimgate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final byte TERMINATOR = '~';

    @Test
    void between_segments_there_are_line_breaks_only() throws IOException {
        Trail trail = read("ST*835*0001~\r\nBPR*I~\n");
        assertThat(trail.segmentAt(0, TERMINATOR)).isNull();
        assertThat(trail.segmentAt(14, TERMINATOR)).isNull();
        assertThat(trail.end(TERMINATOR)).isNull();
    }

    @Test
    void bytes_that_no_segment_claims_are_found_with_their_place() throws IOException {
        Trail trail = read("mail header\nST*835*0001~LOST*1~LOST*2~BPR*I~end");
        assertThat(trail.segmentAt(12, TERMINATOR)).isEqualTo(new Trail.Gap(0, 11, "mail header"));
        assertThat(trail.segmentAt(38, TERMINATOR)).isEqualTo(new Trail.Gap(24, 14, "LOST*1~LOST*2~"));
        assertThat(trail.end(TERMINATOR)).isEqualTo(new Trail.Gap(44, 3, "end"));
    }

    @Test
    void of_a_very_long_stretch_only_the_beginning_is_kept() throws IOException {
        int length = 20_000_000;
        Trail trail = new Trail(new InputStream() {
            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        });
        assertThat(trail.skip(length)).isEqualTo(length);
        Trail.Gap gap = trail.segmentAt(length, TERMINATOR);
        assertThat(gap.length()).isEqualTo(length);
        assertThat(gap.text()).hasSize(1000);
        assertThat(trail.end(TERMINATOR)).isNull();
    }

    private static Trail read(String text) throws IOException {
        Trail trail = new Trail(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        trail.readAllBytes();
        return trail;
    }
}
