package org.claimgate.benchmarks;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Other libraries where they check or build as well. They are slow: their files have 2 MB. */
public class PeerBenchmark {

    private static final int SIZE = 2;

    /** An 837P and StAEDI's schema for it. */
    @State(Scope.Benchmark)
    public static class Claims {

        private byte[] file;
        private Schema schema;

        @Setup
        public void generate() throws IOException, EDISchemaException {
            file = GeneratedFile.generate("837P", SIZE);
            schema = StaediSchema.load();
        }
    }

    /** An 835. */
    @State(Scope.Benchmark)
    public static class Payments {

        private byte[] file;

        @Setup
        public void generate() throws IOException {
            file = GeneratedFile.generate("835", SIZE);
        }
    }

    @Benchmark
    public long claimsStaediSchema(Claims claims, Done done) throws EDIStreamException, IOException {
        long length = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(claims.file))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(claims.schema);
                } else if (event.isError()) {
                    throw new IllegalStateException(event + " " + reader.getErrorType() + " " + reader.getLocation());
                } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                    length += reader.getText().length();
                }
            }
        }
        done.add(claims.file.length, 0);
        return length;
    }

    @Benchmark
    public int paymentsImsweb(Payments payments, Done done) throws IOException {
        X12Reader reader = new X12Reader(FileType.ANSI835_5010_X221, new ByteArrayInputStream(payments.file));
        done.add(payments.file.length, 0);
        return reader.getLoops().size();
    }
}
