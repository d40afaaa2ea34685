package org.claimgate.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.smooks.Smooks;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * Smooks with the schema of segments and elements that its EDI cartridge brings along: it checks nothing. It is so slow that
 * its file is the first 0.2 MB of an 835.
 */
public class SmooksBenchmark {

    private static final int BYTES = 200_000;

    /** The separators of X12, for the rest the cartridge as it is. */
    private static final String SETTINGS =
            """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:edi="https://www.smooks.org/xsd/smooks/edi-2.0.xsd">
              <edi:parser segmentTerminator="~%NL;" dataElementSeparator="*"
                          compositeDataElementSeparator=":" repetitionSeparator="^"/>
            </smooks-resource-list>
            """;

    /** Whole segments from the beginning of an 835, and Smooks with its schema compiled. */
    @State(Scope.Benchmark)
    public static class Payments {

        private byte[] file;
        private Smooks smooks;

        @Setup
        public void generate() throws IOException, SAXException {
            byte[] whole = GeneratedFile.generate("835", 1);
            int end = BYTES;
            while (whole[end - 1] != '\n') {
                end--;
            }
            file = Arrays.copyOf(whole, end);
            smooks = new Smooks(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
        }

        @TearDown
        public void close() {
            smooks.close();
        }
    }

    @Benchmark
    public void paymentsSmooks(Payments payments, Done done) {
        payments.smooks.filterSource(new StreamSource<>(new ByteArrayInputStream(payments.file)));
        done.add(payments.file.length, 0);
    }
}
