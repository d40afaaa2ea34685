package org.claimgate.benchmarks;

import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.OutputStream;
import org.claimgate.benchmarks.GeneratedFile.Done;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentReader;
import org.claimgate.x12.SegmentWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Bytes to segments and elements. Every pass returns something that depends on all of the file. */
public class ReadingBenchmark {

    @Benchmark
    public long bareScan(GeneratedFile file, Done done) {
        long separators = 0;
        for (byte value : file.bytes()) {
            if (value == '*' || value == '~' || value == ':') {
                separators++;
            }
        }
        done.add(file.bytes().length, 0);
        return separators;
    }

    @Benchmark
    public long segments(GeneratedFile file, Done done) throws IOException {
        SegmentReader reader = new SegmentReader(file.open(), Limits.USUAL);
        long filled = 0;
        while (reader.next() == SegmentReader.Event.SEGMENT) {
            Segment segment = reader.segment();
            for (int element = segment.elements(); element > 0; element--) {
                filled += segment.has(element) ? 1 : 0;
            }
        }
        done.add(file.bytes().length, 0);
        return filled;
    }

    @Benchmark
    public long envelopes(GeneratedFile file, Done done) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(file.open(), Limits.USUAL);
        long positions = 0;
        while (reader.next() != EnvelopeReader.Event.END) {
            positions += reader.positionInSet();
        }
        done.add(file.bytes().length, 0);
        return positions;
    }

    @Benchmark
    public long elementsAsText(GeneratedFile file, Done done) throws IOException {
        EnvelopeReader reader = new EnvelopeReader(file.open(), Limits.USUAL);
        long length = 0;
        while (reader.next() != EnvelopeReader.Event.END) {
            Segment segment = reader.segment();
            for (int element = 1; element <= segment.elements(); element++) {
                length += segment.text(element).length();
            }
        }
        done.add(file.bytes().length, 0);
        return length;
    }

    @Benchmark
    public void copyWithOtherDelimiters(GeneratedFile file, Done done) throws IOException {
        SegmentReader reader = new SegmentReader(file.open(), Limits.USUAL);
        try (SegmentWriter writer =
                new SegmentWriter(OutputStream.nullOutputStream(), Delimiters.of('|', '^', '>', '~'), "", null)) {
            while (reader.next() == SegmentReader.Event.SEGMENT) {
                Segment segment = reader.segment();
                writer.begin(segment.id());
                for (int element = 1; element <= segment.elements(); element++) {
                    writer.put(element, segment.text(element));
                }
                writer.end();
            }
        }
        done.add(file.bytes().length, 0);
    }

    @Benchmark
    public long ediReaderSax(GeneratedFile file, Done done) throws Exception {
        InputSource source = new InputSource(file.open());
        EDIReader reader = EDIReaderFactory.createEDIReader(source);
        Counting counting = new Counting();
        reader.setContentHandler(counting);
        reader.parse(source);
        done.add(file.bytes().length, 0);
        return counting.seen;
    }

    @Benchmark
    public long staediEvents(GeneratedFile file, Done done) throws EDIStreamException, IOException {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        long length = 0;
        try (EDIStreamReader reader = factory.createEDIStreamReader(file.open())) {
            while (reader.hasNext()) {
                if (reader.next() == EDIStreamEvent.ELEMENT_DATA) {
                    length += reader.getText().length();
                }
            }
        }
        done.add(file.bytes().length, 0);
        return length;
    }

    /** Adds up what comes by. */
    private static final class Counting extends DefaultHandler {

        private long seen;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            seen++;
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            seen += length;
        }
    }
}
