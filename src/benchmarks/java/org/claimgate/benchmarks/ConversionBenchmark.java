package org.claimgate.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** X12 to JSON lines that nobody keeps, mapped and validated by the guide, as {@code gateway convert} does it. */
public class ConversionBenchmark {

    /** What lives as long as a gateway. */
    @State(Scope.Benchmark)
    public static class Reading {

        private final DocumentReader reader = new DocumentReader(Guides.load(Path.of("mappings/x12")), Limits.USUAL);
        private final ObjectWriter json = new ObjectMapper()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @Benchmark
    public void toJson(GeneratedFile file, Reading reading, Done done) throws IOException {
        Lines lines = new Lines(reading.json);
        reading.reader.read(file.open(), lines);
        done.add(file.bytes().length, lines.documents);
    }

    private static final class Lines implements DocumentHandler {

        private final ObjectWriter json;
        private final OutputStream out = OutputStream.nullOutputStream();
        private long documents;

        private Lines(ObjectWriter json) {
            this.json = json;
        }

        @Override
        public void document(Guide guide, ObjectNode document) {
            documents++;
            try {
                json.writeValue(out, document);
                out.write('\n');
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void issue(Issue issue) {
            throw new IllegalStateException("the generated file has an issue: " + issue.code());
        }
    }
}
