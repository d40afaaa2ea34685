package org.claimgate.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.claimgate.claim.ClaimReader;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.PlainLines;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Claim JSON to 837P bytes that nobody keeps, checked claim by claim, as {@code gateway convert} does it. */
public class ClaimWritingBenchmark {

    /** The claims of a generated 837P as JSON lines in memory. */
    @State(Scope.Benchmark)
    public static class Claims {

        /** Size of the 837P in millions of bytes. */
        @Param("20")
        public int size;

        private final Guides guides = Guides.load(Path.of("mappings/x12"));
        private final Guide guide = guides.forVocabulary("professional-claim");
        private byte[] lines;
        private long documents;

        @Setup
        public void generate() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] file = GeneratedFile.generate("837P", size);
            new DocumentReader(guides, Limits.USUAL).read(new ByteArrayInputStream(file), new DocumentHandler() {
                @Override
                public void document(Guide found, Document document) {
                    documents++;
                    try {
                        document.writeTo(out);
                        out.write('\n');
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                }

                @Override
                public void issue(Issue issue) {
                    refuse(issue);
                }
            });
            lines = out.toByteArray();
        }

        private InputStream open() {
            return new ByteArrayInputStream(lines);
        }
    }

    /** The bytes of X12 are counted, not those of JSON. */
    @Benchmark
    public void fromJson(Claims claims, Done done) throws IOException {
        Counting out = new Counting();
        try (DocumentWriter writer =
                new DocumentWriter(out, Delimiters.USUAL, "\n", null, ClaimWritingBenchmark::refuse)) {
            PlainLines plain = new PlainLines(claims.guide, writer);
            ClaimReader.read(
                    claims.open(),
                    (ordinal, bytes, from, to) -> plain.write(bytes, from, to),
                    item -> write(claims.guide, item.json(), writer));
        }
        done.add(out.bytes, claims.documents);
    }

    private static void write(Guide guide, ObjectNode claim, DocumentWriter writer) {
        guide.check(claim).forEach(ClaimWritingBenchmark::refuse);
        try {
            writer.write(guide, claim);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void refuse(Issue issue) {
        throw new IllegalStateException("the generated claims have an issue: " + issue.code());
    }

    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] written, int offset, int length) {
            bytes += length;
        }
    }
}
