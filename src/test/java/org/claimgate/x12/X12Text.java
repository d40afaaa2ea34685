package org.claimgate.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Interchanges as text for tests, and what the readers say of them as lines of text. */
final class X12Text {

    static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261122*1200*^*00501*000000001*0*T*:~";
    static final String GS = "GS*HP*SENDER*RECEIVER*20261122*1200*1*X*005010X221A1~";

    private X12Text() {}

    static String interchange(String... segments) {
        return ISA + "\n" + GS + "\n" + String.join("\n", segments) + "\nGE*1*1~\nIEA*1*000000001~\n";
    }

    /** The segments and faults of {@link SegmentReader}, one line each: {@code NM1*85} or {@code ! 023 words}. */
    static List<String> segments(String text) {
        return segments(text.getBytes(StandardCharsets.ISO_8859_1), Limits.USUAL);
    }

    static List<String> segments(byte[] bytes, Limits limits) {
        List<String> lines = new ArrayList<>();
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(bytes), limits);
        try {
            for (SegmentReader.Event event = reader.next(); event != SegmentReader.Event.END; event = reader.next()) {
                lines.add(
                        event == SegmentReader.Event.FAULT
                                ? fault(reader.fault())
                                : reader.segment().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The events of {@link EnvelopeReader}, one line each, body segments as {@code 2 BPR}. */
    static List<String> events(String text) {
        return events(text, StandardCharsets.ISO_8859_1);
    }

    static List<String> events(String text, Charset charset) {
        List<String> lines = new ArrayList<>();
        EnvelopeReader reader = new EnvelopeReader(new ByteArrayInputStream(text.getBytes(charset)), Limits.USUAL);
        try {
            for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
                lines.add(line(event, reader));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static String line(EnvelopeReader.Event event, EnvelopeReader reader) {
        switch (event) {
            case FAULT:
                return fault(reader.fault());
            case SEGMENT:
                return reader.positionInSet() + " " + reader.segment().id();
            case INTERCHANGE_BEGIN:
                return "ISA " + reader.interchange().controlNumber();
            case INTERCHANGE_END:
                return "IEA " + reader.interchange().controlNumber();
            case GROUP_BEGIN:
                return "GS " + reader.group().controlNumber();
            case GROUP_END:
                return "GE " + reader.group().controlNumber();
            case SET_BEGIN:
                return "ST " + reader.set().controlNumber();
            case SET_END:
                return "SE " + reader.set().controlNumber();
            default:
                return "TA1";
        }
    }

    private static String fault(Fault fault) {
        return (fault.fatal() ? "!! " : "! ") + fault.level() + " " + fault.code() + " " + fault.message();
    }
}
