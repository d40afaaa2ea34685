package org.claimgate.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.JsonLines;
import org.claimgate.x12.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** X12 to JSON lines that nobody keeps, mapped and validated by the guide, as {@code gateway convert} does it. */
public class ConversionBenchmark {

    /** What lives as long as a gateway. */
    @State(Scope.Benchmark)
    public static class Reading {

        private final Guides guides = Guides.load(Path.of("mappings/x12"));
        private final DocumentReader reader = new DocumentReader(guides, Limits.USUAL);
        private final JsonLines onTwoCores = new JsonLines(guides, Limits.USUAL, 2);
    }

    @Benchmark
    public void toJson(GeneratedFile file, Reading reading, Done done) throws IOException {
        Lines lines = new Lines();
        reading.reader.read(file.open(), lines);
        done.add(file.bytes().length, lines.documents);
    }

    /** The sets side by side, the lines in order. */
    @Benchmark
    public void toJsonOnTwoCores(GeneratedFile file, Reading reading, Done done) throws IOException {
        long documents =
                reading.onTwoCores.write(file.open(), OutputStream.nullOutputStream(), ConversionBenchmark::refuse);
        done.add(file.bytes().length, documents);
    }

    private static void refuse(Issue issue) {
        throw new IllegalStateException("the generated file has an issue: " + issue.code());
    }

    private static final class Lines implements DocumentHandler {

        private final OutputStream out = OutputStream.nullOutputStream();
        private long documents;

        @Override
        public void document(Guide guide, Document document) {
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
    }
}
