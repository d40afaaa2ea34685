package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.x12.GeneratedClaims;
import org.claimgate.x12.GeneratedRemittance;
import org.claimgate.x12.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonLinesTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final int FILE_BYTES = 3_000_000;

    /** What a file became. */
    private record Result(long documents, String lines, List<Issue> issues) {}

    @Test
    void payments_read_side_by_side_come_out_in_the_order_of_the_file() throws IOException {
        byte[] file = new GeneratedRemittance(FILE_BYTES).readAllBytes();
        Result alone = convert(file, 1);
        assertThat(alone.documents).isGreaterThan(1_000);
        assertThat(alone.issues).isEmpty();
        assertThat(convert(file, 3)).isEqualTo(alone);
    }

    @Test
    void issues_come_out_in_order_as_well_and_where_they_belong() throws IOException {
        String file = new String(new GeneratedClaims(FILE_BYTES).readAllBytes(), StandardCharsets.ISO_8859_1)
                .replace("~\nDTP*472*D8*", "~\nZZZ*1~\nDTP*472*D8*")
                .replaceFirst("IEA\\*\\d+", "IEA*77")
                .replaceFirst("GE\\*\\d+", "GE*78");
        Result alone = convert(file.getBytes(StandardCharsets.ISO_8859_1), 1);
        assertThat(alone.issues).extracting(Issue::code).contains("IK304:1", "AK905:5", "TA105:021");
        assertThat(convert(file.getBytes(StandardCharsets.ISO_8859_1), 2)).isEqualTo(alone);
    }

    @Test
    @Timeout(60)
    void many_faults_inside_sets_come_out_in_order_and_hold_nothing_up() throws IOException {
        String file = new String(new GeneratedRemittance(FILE_BYTES).readAllBytes(), StandardCharsets.ISO_8859_1)
                .replace("NM1*QC*", "NM1*Q\u0007C*");
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        Result alone = convert(bytes, 1);
        assertThat(alone.issues).hasSizeGreaterThan(5_000);
        assertThat(convert(bytes, 2)).isEqualTo(alone);
    }

    @Test
    void a_set_that_breaks_off_does_not_lack_anything() throws IOException {
        byte[] file = new GeneratedRemittance(FILE_BYTES).readNBytes(FILE_BYTES / 2);
        Result alone = convert(file, 1);
        assertThat(alone.issues).hasSizeBetween(1, 3);
        assertThat(convert(file, 2)).isEqualTo(alone);
    }

    @Test
    void output_that_cannot_be_written_ends_the_conversion() throws IOException {
        byte[] file = new GeneratedRemittance(FILE_BYTES).readAllBytes();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("no space left");
            }
        };
        JsonLines lines = new JsonLines(GUIDES, Limits.USUAL, 2);
        assertThatThrownBy(() -> lines.write(new ByteArrayInputStream(file), full, issue -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_ends_the_conversion() throws IOException {
        byte[] file = new GeneratedRemittance(FILE_BYTES).readAllBytes();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(file), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        JsonLines lines = new JsonLines(GUIDES, Limits.USUAL, 3);
        assertThatThrownBy(() -> lines.write(broken, OutputStream.nullOutputStream(), issue -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
    }

    private static Result convert(byte[] file, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        long documents =
                new JsonLines(GUIDES, Limits.USUAL, threads).write(new ByteArrayInputStream(file), out, issues::add);
        return new Result(documents, out.toString(StandardCharsets.UTF_8), issues);
    }
}
