package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentWriterTest {

    static final Interchange INTERCHANGE = new Interchange(
            "ZZ", "SENDER", "ZZ", "RECEIVER", "261122", "1200", "00501", "000000001", "0", "T", Delimiters.USUAL);
    static final FunctionalGroup GROUP =
            new FunctionalGroup("HP", "SENDER", "RECEIVER", "20261122", "1200", "1", "X", "005010X221A1");
    static final TransactionSet SET = new TransactionSet("835", "0001", null);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesEnvelopesWithCounts() throws IOException {
        try (SegmentWriter writer = writer(Delimiters.USUAL, "\n")) {
            writer.beginInterchange(INTERCHANGE);
            writer.beginGroup(GROUP);
            for (String number : new String[] {"0001", "0002"}) {
                writer.beginSet(new TransactionSet("835", number, null));
                assertThat(writer.positionInSet()).isEqualTo(1);
                segment(writer, "BPR", "I", "0");
                assertThat(writer.positionInSet()).isEqualTo(2);
                writer.endSet();
            }
            writer.endGroup();
            writer.endInterchange();
        }
        assertThat(written())
                .isEqualTo(
                        """
                        %s
                        %s
                        ST*835*0001~
                        BPR*I*0~
                        SE*3*0001~
                        ST*835*0002~
                        BPR*I*0~
                        SE*3*0002~
                        GE*2*1~
                        IEA*1*000000001~
                        """
                                .formatted(X12Text.ISA, X12Text.GS));
    }

    @Test
    void writesValuesInTheirPlacesWhateverTheOrder() throws IOException {
        try (SegmentWriter writer = writer(Delimiters.USUAL, "")) {
            writer.begin("SV1");
            writer.put(7, 1, 2, "3");
            writer.put(1, 1, 1, "HC");
            writer.put(5, 2, 1, "R2");
            writer.put(5, 1, 1, "R1");
            writer.put(1, 1, 4, "25");
            writer.put(7, 1, 1, "1");
            writer.put(2, "9");
            writer.put(2, "100");
            writer.put(9, "");
            writer.put(10, null);
            writer.end();
            writer.begin("NM1");
            writer.put(1, "85");
            writer.discard();
            writer.begin("N1");
            writer.put(3, "kept");
            writer.end();
        }
        assertThat(written()).isEqualTo("SV1*HC:::25*100***R1^R2**1:3~N1***kept~");
    }

    @Test
    void refusesWhatTheInterchangeCannotCarry() throws IOException {
        try (SegmentWriter writer = writer(Delimiters.USUAL, "")) {
            writer.begin("N1");
            assertThat(writer.put(1, "A*B")).isFalse();
            assertThat(writer.put(2, "A^B")).isFalse();
            assertThat(writer.put(3, "A:B")).isFalse();
            assertThat(writer.put(4, "A~B")).isFalse();
            assertThat(writer.put(5, "A\nB")).isFalse();
            assertThat(writer.put(6, "A\u0085B")).isFalse();
            assertThat(writer.put(7, "\uD800")).isFalse();
            assertThat(writer.put(8, "Muñoz 🙂")).isTrue();
            writer.end();
        }
        assertThat(written()).isEqualTo("N1********Muñoz 🙂~");
    }

    @Test
    void replacesWhatTheInterchangeCannotCarryWhereThatIsAllowed() throws IOException {
        try (SegmentWriter writer = new SegmentWriter(bytes, Delimiters.USUAL, "", ' ')) {
            writer.begin("N1");
            assertThat(writer.put(1, "A*B:C")).isTrue();
            assertThat(writer.put(2, "ñ~\uD800")).isTrue();
            writer.end();
        }
        assertThat(written()).isEqualTo("N1*A B C*ñ  ~");
    }

    @Test
    void refusesRepetitionsWhereThereIsNoSeparatorForThem() throws IOException {
        try (SegmentWriter writer = writer(new Delimiters((byte) '*', (byte) 0, (byte) ':', (byte) '~'), "")) {
            writer.beginInterchange(INTERCHANGE);
            writer.begin("HI");
            assertThat(writer.put(1, 1, 1, "A^B")).isTrue();
            assertThat(writer.put(1, 2, 1, "C")).isFalse();
            writer.end();
            writer.endInterchange();
        }
        assertThat(written()).contains("*1200*U*00501*").contains("~HI*A^B~");
    }

    @Test
    void changesHeldBytesAfterwards() throws IOException {
        try (SegmentWriter writer = writer(Delimiters.USUAL, "\r\n")) {
            long first = writer.hold();
            segment(writer, "HL", "1", "", "20", "0");
            long second = writer.hold();
            segment(writer, "HL", "2", "1", "22", "0");
            segment(writer, "SBR", "P");
            long third = writer.hold();
            segment(writer, "HL", "3", "2", "23", "0");
            writer.release(second, '1');
            writer.release(first, '1');
            segment(writer, "PAT", "19");
            writer.release(third, '0');
        }
        assertThat(written()).isEqualTo("HL*1**20*1~\r\nHL*2*1*22*1~\r\nSBR*P~\r\nHL*3*2*23*0~\r\nPAT*19~\r\n");
    }

    @Test
    void keepsOutputBackOnlyFromTheEarliestOpenMark() throws IOException {
        SegmentWriter writer = writer(Delimiters.USUAL, "");
        segment(writer, "N1", "X");
        long mark = writer.hold();
        segment(writer, "HL", "0");
        for (int i = 0; i < 20_000; i++) {
            segment(writer, "N1", "ABCDEFGH");
        }
        assertThat(written()).isEqualTo("N1*X~");
        writer.release(mark, '1');
        assertThat(written()).hasSizeGreaterThan(200_000).startsWith("N1*X~HL*1~N1*ABCDEFGH~");
        writer.close();
        assertThat(written()).hasSize(5 + 5 + 20_000 * 12);
    }

    @Test
    void refusesToCloseOverAHeldSegment() {
        SegmentWriter writer = writer(Delimiters.USUAL, "");
        long mark = writer.hold();
        assertThatThrownBy(writer::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.release(mark, '1')).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesEnvelopeFieldsThatDoNotFit() {
        SegmentWriter writer = writer(Delimiters.USUAL, "");
        Interchange tooLong = new Interchange(
                "ZZ", "SENDER-OF-CLAIMS", "ZZ", "R", "261122", "1200", "00501", "1", "0", "T", Delimiters.USUAL);
        assertThatThrownBy(() -> writer.beginInterchange(tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ISA06 must be at most 15 ASCII characters without delimiters");
        assertThatThrownBy(() -> writer.beginGroup(GROUP)).isInstanceOf(IllegalStateException.class);
        assertThat(bytes.size()).isZero();
    }

    @Test
    void refusesDelimitersThatCannotBeToldApart() {
        assertThatThrownBy(() -> writer(Delimiters.of('*', ':', ':', '~'), ""))
                .hasMessage("the repetition separator in ISA11 is the same as another separator");
        assertThatThrownBy(() -> writer(Delimiters.of('*', '^', 'A', '~'), ""))
                .hasMessage("the component separator in ISA16 is a letter, a digit or a blank");
        assertThatThrownBy(() -> new SegmentWriter(bytes, Delimiters.USUAL, "", '*'))
                .hasMessage("the replacement must be an ASCII character that is no delimiter");
    }

    private SegmentWriter writer(Delimiters delimiters, String lineBreak) {
        return new SegmentWriter(bytes, delimiters, lineBreak, null);
    }

    private static void segment(SegmentWriter writer, String id, String... values) throws IOException {
        writer.begin(id);
        for (int i = 0; i < values.length; i++) {
            writer.put(i + 1, values[i]);
        }
        writer.end();
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
