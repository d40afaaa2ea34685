package org.claimgate.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * Smooks with the schema of segments and elements that its EDI cartridge brings along, and with ours, down to components, as
 * the documents of mappings/documents/ are read. Neither checks anything, and both are so slow that a file is the first
 * 0.2 MB of one.
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

    /** Our schema, with delimiters from the ISA; nothing is written out again. */
    private static final String OWN_SETTINGS =
            """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:edi="https://www.smooks.org/xsd/smooks/edi-2.0.xsd">
              <edi:parser schemaUri="any-x12.dfdl.xsd"/>
            </smooks-resource-list>
            """;

    private static final Path OWN_SCHEMA = Path.of("src/benchmarks/schemas");

    /** Whole segments from the beginning of a file, and Smooks with our schema compiled. */
    @State(Scope.Benchmark)
    public static class Interchange {

        /** The transaction set. */
        @Param({"835", "837P"})
        public String set;

        private byte[] file;
        private Smooks smooks;

        @Setup
        public void generate() throws IOException, SAXException {
            file = beginning(set);
            URL[] folder = {OWN_SCHEMA.toUri().toURL()};
            smooks = new Smooks(new DefaultApplicationContextBuilder()
                    .withClassLoader(new URLClassLoader(folder, SmooksBenchmark.class.getClassLoader()))
                    .build());
            smooks.addResourceConfigs(new ByteArrayInputStream(OWN_SETTINGS.getBytes(StandardCharsets.UTF_8)));
            smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false));
        }

        @TearDown
        public void close() {
            smooks.close();
        }
    }

    /** Whole segments from the beginning of an 835, and Smooks with its schema compiled. */
    @State(Scope.Benchmark)
    public static class Payments {

        private byte[] file;
        private Smooks smooks;

        @Setup
        public void generate() throws IOException, SAXException {
            file = beginning("835");
            smooks = new Smooks(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
        }

        @TearDown
        public void close() {
            smooks.close();
        }
    }

    private static byte[] beginning(String set) throws IOException {
        byte[] whole = GeneratedFile.generate(set, 1);
        int end = BYTES;
        while (whole[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(whole, end);
    }

    @Benchmark
    public void paymentsSmooks(Payments payments, Done done) {
        payments.smooks.filterSource(new StreamSource<>(new ByteArrayInputStream(payments.file)));
        done.add(payments.file.length, 0);
    }

    @Benchmark
    public void smooksOwnSchema(Interchange interchange, Done done) {
        interchange.smooks.filterSource(new StreamSource<>(new ByteArrayInputStream(interchange.file)));
        done.add(interchange.file.length, 0);
    }
}
