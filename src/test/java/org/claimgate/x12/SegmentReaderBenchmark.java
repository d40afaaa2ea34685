package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast segments are read, beside a bare scan of the same bytes: megabytes per second of processor time. */
@Tag("benchmark")
class SegmentReaderBenchmark {

    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** One pass over the file, returning something that depends on all of it. */
    private interface Pass {
        long run(byte[] file) throws IOException;
    }

    @Test
    void measuresReadingBesideABareScan() throws IOException {
        byte[] file = new GeneratedRemittance(20_000_000).readAllBytes();
        double limit = report("bare scan", file, SegmentReaderBenchmark::scan, 0);
        report("SegmentReader", file, SegmentReaderBenchmark::segments, limit);
        report("EnvelopeReader", file, SegmentReaderBenchmark::envelopes, limit);
        report("EnvelopeReader, every element as text", file, SegmentReaderBenchmark::texts, limit);
        report("SegmentReader to SegmentWriter", file, SegmentReaderBenchmark::copy, limit);
    }

    /** Prints the speed of a pass and its share of the limit, if there is one; every pass must give the same result. */
    private static double report(String name, byte[] file, Pass pass, double limit) throws IOException {
        double[] speeds = new double[ROUNDS];
        long result = pass.run(file);
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            assertThat(pass.run(file)).isEqualTo(result);
            speeds[round] = file.length * 1e3 / (THREAD.getCurrentThreadCpuTime() - start);
        }
        double[] warm = Arrays.copyOfRange(speeds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        String share = limit == 0 ? "" : String.format(", %.0f %% of the bare scan", 100 * median / limit);
        System.out.printf(
                "%-40s %5.0f MB/s (warm, median), %5.0f MB/s (second pass)%s%n", name, median, speeds[0], share);
        return median;
    }

    private static long scan(byte[] file) {
        long separators = 0;
        for (byte value : file) {
            if (value == '*' || value == '~' || value == ':') {
                separators++;
            }
        }
        return separators;
    }

    private static long segments(byte[] file) throws IOException {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(file), Limits.USUAL);
        long elements = 0;
        while (reader.next() == SegmentReader.Event.SEGMENT) {
            elements += reader.segment().elements() + 1;
        }
        return elements;
    }

    private static long envelopes(byte[] file) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(new ByteArrayInputStream(file), Limits.USUAL);
        long positions = 0;
        while (reader.next() != EnvelopeReader.Event.END) {
            positions += reader.positionInSet();
        }
        return positions;
    }

    private static long texts(byte[] file) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(new ByteArrayInputStream(file), Limits.USUAL);
        long length = 0;
        while (reader.next() != EnvelopeReader.Event.END) {
            Segment segment = reader.segment();
            for (int element = 1; element <= segment.elements(); element++) {
                length += segment.text(element).length();
            }
        }
        return length;
    }

    private static long copy(byte[] file) throws IOException {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(file), Limits.USUAL);
        CountingOutput out = new CountingOutput();
        SegmentWriter writer = new SegmentWriter(out, Delimiters.of('|', '^', '>', '~'), "", null);
        while (reader.next() == SegmentReader.Event.SEGMENT) {
            Segment segment = reader.segment();
            writer.begin(segment.id());
            for (int element = 1; element <= segment.elements(); element++) {
                writer.put(element, segment.text(element));
            }
            writer.end();
        }
        writer.close();
        return out.count;
    }

    private static final class CountingOutput extends OutputStream {
        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
