package org.claimgate.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.claimgate.x12.GeneratedClaims;
import org.claimgate.x12.GeneratedRemittance;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A generated file in memory. */
@State(Scope.Benchmark)
public class GeneratedFile {

    /** The transaction set. */
    @Param({"835", "837P"})
    public String set;

    /** Size in millions of bytes. */
    @Param("20")
    public int size;

    private byte[] bytes;

    @Setup
    public void generate() throws IOException {
        bytes = generate(set, size);
    }

    static byte[] generate(String set, int size) throws IOException {
        long minimum = size * 1_000_000L;
        try (InputStream file = set.equals("835") ? new GeneratedRemittance(minimum) : new GeneratedClaims(minimum)) {
            return file.readAllBytes();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** What one pass has done. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Done {

        /** Millions of bytes of X12, read or written. */
        public double megabytes;

        /** JSON documents, one for each claim or payment. */
        public double documents;

        void add(long bytes, long count) {
            megabytes += bytes / 1e6;
            documents += count;
        }
    }
}
