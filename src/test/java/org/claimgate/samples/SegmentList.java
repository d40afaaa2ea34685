package org.claimgate.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.SegmentReader;

/**
 * The segments of a file, to compare what two files say: with the usual separators, without empty ends, the ISA without
 * its separators and padding, and the numbers of the trailers without leading zeros.
 */
final class SegmentList {

    private static final Set<String> TRAILERS = Set.of("SE", "GE", "IEA");
    private static final Set<Integer> SEPARATORS = Set.of(11, 16);

    private SegmentList() {}

    static List<String> of(byte[] file) throws IOException {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(file), Limits.USUAL);
        List<String> segments = new ArrayList<>();
        for (SegmentReader.Event event = reader.next(); event != SegmentReader.Event.END; event = reader.next()) {
            if (event == SegmentReader.Event.SEGMENT) {
                segments.add(text(reader.segment()));
            }
        }
        return segments;
    }

    private static String text(Segment segment) {
        List<String> elements = new ArrayList<>();
        elements.add(segment.id());
        for (int element = 1; element <= segment.elements(); element++) {
            elements.add(element(segment, element));
        }
        return joined("*", elements);
    }

    private static String element(Segment segment, int element) {
        if (segment.id().equals("ISA")) {
            return SEPARATORS.contains(element) ? "" : segment.text(element).strip();
        }
        if (TRAILERS.contains(segment.id())) {
            return segment.text(element).strip().replaceFirst("^0+(?=.)", "");
        }
        List<String> repetitions = new ArrayList<>();
        for (int repetition = 1; repetition <= segment.repetitions(element); repetition++) {
            List<String> components = new ArrayList<>();
            for (int component = 1; component <= segment.components(element, repetition); component++) {
                components.add(segment.text(element, repetition, component));
            }
            repetitions.add(joined(":", components));
        }
        return joined("^", repetitions);
    }

    /** Empty ends say nothing. */
    private static String joined(String separator, List<String> parts) {
        int end = parts.size();
        while (end > 0 && parts.get(end - 1).isEmpty()) {
            end--;
        }
        return String.join(separator, parts.subList(0, end));
    }
}
