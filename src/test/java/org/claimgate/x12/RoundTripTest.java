package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    /** A segment with values by place: element, repetition, component. */
    record Written(String id, TreeMap<Place, String> values) {}

    record Place(int element, int repetition, int component) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byElement = Integer.compare(element, other.element);
            int byRepetition = byElement != 0 ? byElement : Integer.compare(repetition, other.repetition);
            return byRepetition != 0 ? byRepetition : Integer.compare(component, other.component);
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll("delimiters") Delimiters delimiters,
            @ForAll("lineBreaks") String lineBreak,
            @ForAll("segments") List<Written> segments)
            throws IOException {
        List<Written> accepted = new ArrayList<>();
        byte[] bytes = write(delimiters, lineBreak, segments, accepted);
        assertThat(read(new ByteArrayInputStream(bytes), delimiters)).isEqualTo(accepted);
        assertThat(read(dripping(bytes), delimiters)).isEqualTo(accepted);
    }

    @Property(tries = 100)
    void anIndependentReaderAcceptsTheEnvelope(
            @ForAll("printableDelimiters") Delimiters delimiters,
            @ForAll("lineBreaks") String lineBreak,
            @ForAll("segments") List<Written> segments)
            throws IOException, EDIStreamException {
        byte[] bytes = write(delimiters, lineBreak, segments, new ArrayList<>());
        int read = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                assertThat(event.isError())
                        .as("%s %s", event, reader.getLocation())
                        .isFalse();
                read += event == EDIStreamEvent.START_SEGMENT ? 1 : 0;
            }
        }
        assertThat(read).isEqualTo(segments.size() + 6);
    }

    @Property(tries = 300)
    void noBytesWhateverMakeTheReaderThrowOrStandStill(
            @ForAll("segments") List<Written> segments,
            @ForAll("lineBreaks") String lineBreak,
            @ForAll("damages") List<int[]> damages)
            throws IOException {
        byte[] bytes = write(Delimiters.USUAL, lineBreak, segments, new ArrayList<>());
        for (int[] damage : damages) {
            bytes[damage[0] % bytes.length] = (byte) damage[1];
        }
        EnvelopeReader reader = new EnvelopeReader(new ByteArrayInputStream(bytes), Limits.USUAL);
        int events = 0;
        while (reader.next() != EnvelopeReader.Event.END) {
            assertThat(++events).isLessThan(10 * bytes.length);
            assertThat(reader.segment().toString().length()).isLessThan(bytes.length);
        }
    }

    @Provide
    Arbitrary<Delimiters> delimiters() {
        return fourOf(Arbitraries.of('*', '|', '^', ':', '>', '~', '!', '\u001C', '\u001D', '\u001E', '\u001F'));
    }

    @Provide
    Arbitrary<Delimiters> printableDelimiters() {
        return fourOf(Arbitraries.of('*', '|', '^', ':', '>', '<', '~', '!', '+', '`', '\\'));
    }

    private static Arbitrary<Delimiters> fourOf(Arbitrary<Character> characters) {
        return characters
                .list()
                .ofSize(4)
                .uniqueElements()
                .map(list -> Delimiters.of(list.get(0), list.get(1), list.get(2), list.get(3)));
    }

    @Provide
    Arbitrary<String> lineBreaks() {
        return Arbitraries.of("", "\n", "\r\n");
    }

    @Provide
    Arbitrary<List<int[]>> damages() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1 << 20),
                        Arbitraries.integers().between(-128, 127))
                .as((place, value) -> new int[] {place, value})
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Written>> segments() {
        Arbitrary<Place> places = Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4))
                .as(Place::new);
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ñ', 'é', '–', '中')
                .ofMinLength(1)
                .ofMaxLength(30);
        Arbitrary<TreeMap<Place, String>> filled =
                Arbitraries.maps(places, values).ofMinSize(1).ofMaxSize(12).map(TreeMap::new);
        return Combinators.combine(Arbitraries.of("NM1", "N3", "CLM", "HI", "K3"), filled)
                .as(Written::new)
                .list()
                .ofMaxSize(12);
    }

    private static byte[] write(Delimiters delimiters, String lineBreak, List<Written> segments, List<Written> accepted)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SegmentWriter writer = new SegmentWriter(bytes, delimiters, lineBreak, null)) {
            writer.beginInterchange(SegmentWriterTest.INTERCHANGE);
            writer.beginGroup(SegmentWriterTest.GROUP);
            writer.beginSet(SegmentWriterTest.SET);
            for (Written segment : segments) {
                TreeMap<Place, String> kept = new TreeMap<>();
                writer.begin(segment.id());
                segment.values().forEach((place, value) -> {
                    if (writer.put(place.element(), place.repetition(), place.component(), value)) {
                        kept.put(place, value);
                    }
                });
                writer.end();
                accepted.add(new Written(segment.id(), kept));
            }
            writer.endSet();
            writer.endGroup();
            writer.endInterchange();
        }
        return bytes.toByteArray();
    }

    private static List<Written> read(InputStream in, Delimiters delimiters) throws IOException {
        List<Written> found = new ArrayList<>();
        Set<EnvelopeReader.Event> events = new HashSet<>();
        EnvelopeReader reader = new EnvelopeReader(in, Limits.USUAL);
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            assertThat(reader.fault()).isNull();
            assertThat(reader.interchange().delimiters()).isEqualTo(delimiters);
            events.add(event);
            if (event == EnvelopeReader.Event.SEGMENT) {
                found.add(new Written(reader.segment().id(), values(reader.segment())));
            }
        }
        assertThat(events).contains(EnvelopeReader.Event.INTERCHANGE_END);
        return found;
    }

    private static TreeMap<Place, String> values(Segment segment) {
        TreeMap<Place, String> values = new TreeMap<>();
        for (int element = 1; element <= segment.elements(); element++) {
            for (int repetition = 1; repetition <= segment.repetitions(element); repetition++) {
                for (int component = 1; component <= segment.components(element, repetition); component++) {
                    String value = segment.text(element, repetition, component);
                    if (!value.isEmpty()) {
                        values.put(new Place(element, repetition, component), value);
                    }
                }
            }
        }
        return values;
    }

    /** A stream that gives a few bytes at a time, as a network does. */
    private static InputStream dripping(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 7));
            }
        };
    }
}
