package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentReaderTest {

    private static final List<String> THREE =
            List.of(X12Text.ISA.substring(0, 105), "TA1*000000001*261122*1200*A*000", "IEA*0*000000001");

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r", "  \n\t ", "\n\n\n"})
    void readsAnyBlanksBehindTheTerminator(String lineBreak) {
        assertThat(X12Text.segments(lines("~" + lineBreak))).isEqualTo(THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsALineBreakAsTheTerminator(String terminator) {
        assertThat(X12Text.segments(lines(terminator))).isEqualTo(THREE);
    }

    @Test
    void takesTheEndOfTheFileForTheLastLineBreak() {
        assertThat(X12Text.segments(lines("\n").stripTrailing())).isEqualTo(THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00EF\u00BB\u00BF", "  \n", "\n\u00EF\u00BB\u00BF ", "\0\0"})
    void skipsByteOrderMarkAndBlanksBeforeTheFirstIsa(String front) {
        assertThat(X12Text.segments(front + lines("~"))).isEqualTo(THREE);
    }

    @Test
    void skipsPaddingBehindTheLastSegment() {
        assertThat(X12Text.segments(lines("~") + "   \r\n\u001A\0\0\0")).isEqualTo(THREE);
    }

    @Test
    void readsIndentedSegments() {
        String text =
                """
                %s
                  TA1*000000001*261122*1200*A*000~
                \tIEA*0*000000001~
                """;
        assertThat(X12Text.segments(text.formatted(X12Text.ISA))).isEqualTo(THREE);
    }

    @Test
    void joinsAFileThatIsWrappedAtAFixedWidth() {
        String wrapped = lines("~").replaceAll("(.{80})", "$1\r\n");
        String isaWhole =
                X12Text.ISA + wrapped.replace("\r\n", "").substring(106).replaceAll("(.{11})", "$1\r\n");
        assertThat(X12Text.segments(isaWhole)).isEqualTo(THREE);
    }

    @Test
    void readsEveryInterchangeWithItsOwnDelimiters() {
        String other =
                lines("~").replace('*', '|').replace(':', '>').replace('~', '!').replace('^', '`');
        List<String> read = X12Text.segments(lines("~") + other + lines("\n").replace('*', '\u001D'));
        assertThat(read).hasSize(9);
        assertThat(read.get(3)).startsWith("ISA|00|").endsWith("|>");
        assertThat(read.get(7)).isEqualTo("TA1\u001D000000001\u001D261122\u001D1200\u001DA\u001D000");
    }

    @Test
    void looksUpElementsRepetitionsAndComponents() throws IOException {
        Segment segment = second("HI*ABK:M47812*ABF:E119::^BE:24:::500**~");
        assertThat(segment.id()).isEqualTo("HI");
        assertThat(segment.packedId()).isEqualTo(Segment.packId("HI"));
        assertThat(segment.elements()).isEqualTo(4);
        assertThat(segment.text(1)).isEqualTo("ABK:M47812");
        assertThat(segment.text(1, 1, 2)).isEqualTo("M47812");
        assertThat(segment.text(1, 1, 3)).isEmpty();
        assertThat(segment.repetitions(2)).isEqualTo(2);
        assertThat(segment.components(2, 1)).isEqualTo(4);
        assertThat(segment.text(2, 2, 5)).isEqualTo("500");
        assertThat(segment.text(2, 3, 1)).isEmpty();
        assertThat(segment.has(3)).isFalse();
        assertThat(segment.repetitions(3)).isZero();
        assertThat(segment.components(3, 1)).isZero();
        assertThat(segment.has(5)).isFalse();
        assertThat(segment.text(99)).isEmpty();
        assertThat(segment.components(1)).isEqualTo(2);
        assertThat(segment.presentComponents(2)).isEqualTo(0b110);
        assertThat(segment.divided()).isEqualTo(0b110);
    }

    @Test
    void packsWhatIsShortEnoughToBeCompared() throws IOException {
        Segment segment = second("HI*ABK:M47812*EIGHTEEN*NINETEENS**~");
        assertThat(segment.packed(1, 1)).isEqualTo(Slice.pack("ABK"));
        assertThat(segment.packed(1, 1)).isNotEqualTo(Slice.pack("ABF"));
        assertThat(segment.packed(1, 1)).isNotEqualTo(Slice.pack("AB"));
        assertThat(segment.packed(2, 0)).isEqualTo(Slice.pack("EIGHTEEN")).isNotZero();
        assertThat(segment.packed(3, 0)).isZero();
        assertThat(segment.packed(4, 0)).isZero();
        assertThat(segment.packed(9, 1)).isZero();
        assertThat(Slice.pack("\u00c9")).isZero();
    }

    @Test
    void seesInOnePassWhichElementsAreDividedAndWhetherAllIsPlain() throws IOException {
        for (char unusual : "\\\"\u00e9:^ ".toCharArray()) {
            for (int place = 0; place < 30; place++) {
                StringBuilder elements = new StringBuilder("A**BCDEFGHIJ*1234567890123456*");
                elements.insert(place, unusual);
                Segment segment = second("NTE*" + elements + "~");
                long divided = segment.divided();
                Slice value = new Slice();
                for (int element = 1; element <= segment.elements(); element++) {
                    boolean hasParts = segment.text(element).matches(".*[:^].*");
                    assertThat((divided >> element & 1) == 1).isEqualTo(hasParts);
                    segment.locate(element, value);
                    assertThat(value.isPlain()).isEqualTo(":^ ".indexOf(unusual) >= 0);
                }
            }
        }
    }

    @Test
    void tellsOffsetAndOrdinal() throws IOException {
        Segment segment = second("\r\nTA1*1~");
        assertThat(segment.offset()).isEqualTo(108);
        assertThat(segment.ordinal()).isEqualTo(2);
    }

    @Test
    void hasNoRepetitionsWhereIsa11HoldsTheLetterOfOldVersions() throws IOException {
        SegmentReader reader = reader(ascii(X12Text.ISA.replace('^', 'U') + "HI*AUB^C~"));
        reader.next();
        reader.next();
        assertThat(reader.delimiters().repetition()).isZero();
        assertThat(reader.segment().text(1, 1, 1)).isEqualTo("AUB^C");
    }

    @Test
    void decodesUtf8AndOtherwiseLatin1() throws IOException {
        assertThat(second("NM1*Mu\u00C3\u00B1oz*Mu\u00F1oz~").text(1)).isEqualTo("Mu\u00F1oz");
        assertThat(second("NM1*Mu\u00C3\u00B1oz*Mu\u00F1oz~").text(2)).isEqualTo("Mu\u00F1oz");
    }

    @Test
    void handsOutBadSegmentIdentifiersAsTheyAre() {
        assertThat(X12Text.segments(X12Text.ISA + "~resnCode:adj*1~nm1*2~"))
                .containsExactly(THREE.get(0), "", "resnCode:adj*1", "nm1*2");
    }

    @Test
    void reportsAControlCharacterBeforeItsSegment() {
        assertThat(X12Text.segments(X12Text.ISA + "N1*PR*A\u0007B~N3*1\t~"))
                .containsExactly(
                        THREE.get(0),
                        "! SEGMENT 8 there is a control character in element 2",
                        "N1*PR*A\u0007B",
                        "! SEGMENT 8 there is a control character in element 1",
                        "N3*1\t");
    }

    @Test
    void refusesAnIsaThatIsNot106BytesAndReadsTheNext() {
        String tooShort = lines("~").replace("SENDER         ", "SENDER      ");
        List<String> read = X12Text.segments(tooShort + lines("~"));
        assertThat(read.get(0))
                .isEqualTo("!! INTERCHANGE 006 ISA is not in its fixed form: ISA06 is 12 bytes long, expected 15; "
                        + "the ISA is 103 bytes long, expected 106");
        assertThat(read.subList(1, 4)).isEqualTo(THREE);
    }

    @Test
    void reportsEveryMisshapenIsa() {
        String broken = lines("~").replace("*261122*", "*20261122*");
        assertThat(X12Text.segments(broken + broken + "\n" + broken + lines("~")))
                .hasSize(6)
                .filteredOn(line -> line.contains("ISA09 is 8 bytes long, expected 6"))
                .hasSize(3);
    }

    @Test
    void refusesAnIsaWithTooFewElements() {
        assertThat(X12Text.segments("ISA*00*          *00*~GS*HP~\nIEA*0*1~\n"))
                .containsExactly(
                        "!! INTERCHANGE 022 ISA has fewer than 16 elements; it must be 106 bytes long with 16 elements");
    }

    @Test
    void refusesAFileThatEndsInsideItsIsa() {
        assertThat(X12Text.segments(X12Text.ISA.substring(0, 105)))
                .containsExactly("!! INTERCHANGE 022 ISA breaks off before its end; it must be 106 bytes long");
    }

    @Test
    void refusesSeparatorsThatAreTheSameOrAreLetters() {
        assertThat(X12Text.segments(X12Text.ISA.replace("*:~", "***")).get(0))
                .isEqualTo("!! INTERCHANGE 027 the component separator in ISA16 is the same as the element separator");
        assertThat(X12Text.segments(X12Text.ISA.replace("*:~", "*~~")).get(0))
                .isEqualTo("!! INTERCHANGE 004 the segment terminator is the same as the component separator in ISA16");
        assertThat(X12Text.segments(X12Text.ISA.replace("*:~", "*:G")).get(0))
                .isEqualTo("!! INTERCHANGE 004 the segment terminator behind ISA16 is a letter, a digit or a blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"claim\": 1}", "PK\u0003\u0004", "a;b;c\n", "VISA*00*1*2*3~\n"})
    void refusesWhatIsNotX12(String text) {
        assertThat(X12Text.segments(text))
                .containsExactly("!! INTERCHANGE 022 the file does not begin with an ISA: it is not X12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n"})
    void saysThatAFileIsEmpty(String text) {
        assertThat(X12Text.segments(text)).containsExactly("!! INTERCHANGE 022 the file is empty: an ISA was expected");
    }

    @Test
    void reportsJunkBetweenInterchangesAndReadsOn() {
        List<String> read = X12Text.segments(lines("~\n") + "-- next file: ISA --\nGS*HP~\n" + lines("~"));
        assertThat(read).hasSize(7);
        assertThat(read.get(3))
                .isEqualTo("!! INTERCHANGE 022 there is something other than an ISA between interchanges");
        assertThat(read.subList(4, 7)).isEqualTo(THREE);
    }

    @Test
    void reportsASegmentCutOffByTheEndOfTheFile() {
        assertThat(X12Text.segments(X12Text.ISA + "TA1*00000"))
                .containsExactly(THREE.get(0), "!! INTERCHANGE 023 the file ends inside a segment");
    }

    @Test
    void readsALastIeaWithoutTerminatorAndSaysSo() {
        assertThat(X12Text.segments(X12Text.ISA + "IEA*0*000000001 \n"))
                .containsExactly(
                        THREE.get(0),
                        "! INTERCHANGE 004 the IEA at the end of the file has no terminator",
                        "IEA*0*000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void findsAnInterchangeThatBeginsInsideASegmentOfOneCutOff(String lineBreak) {
        assertThat(X12Text.segments(X12Text.ISA + "CLP*A1*1*100" + lineBreak + lines("~")))
                .containsExactly(
                        THREE.get(0),
                        "!! INTERCHANGE 023 the interchange breaks off inside a segment, where another ISA begins",
                        THREE.get(0),
                        THREE.get(1),
                        THREE.get(2));
    }

    @Test
    void isNotMisledByTheLettersIsaInsideData() {
        assertThat(X12Text.segments(X12Text.ISA + "N1*PR*ISA~REF*ISA*1*2*3*4*5*6*7*8*9*10*11*12*13*14*15*16*17~"))
                .hasSize(3)
                .noneMatch(line -> line.startsWith("!"));
    }

    @Test
    void keepsToItsLimitsAndReadsTheNextInterchange() {
        Limits limits = new Limits(200, 20);
        String tooLong = X12Text.ISA + "N1*" + "X".repeat(300_000) + "~IEA*0*000000001~";
        String tooMany = X12Text.ISA + "N1" + "*".repeat(21) + "~IEA*0*000000001~";
        List<String> read = X12Text.segments(ascii(tooLong + tooMany + lines("~")), limits);
        assertThat(read)
                .containsExactly(
                        THREE.get(0),
                        "!! INTERCHANGE 022 a segment is longer than 200 bytes",
                        THREE.get(0),
                        "!! INTERCHANGE 022 a segment has more than 20 elements",
                        THREE.get(0),
                        THREE.get(1),
                        THREE.get(2));
        assertThatThrownBy(() -> new Limits(105, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsSegmentsLongerThanItsFirstWindow() {
        String value = "X".repeat(300_000);
        List<String> read =
                X12Text.segments(ascii(X12Text.ISA + "N1*" + value + "~\nIEA*0*1~"), new Limits(1 << 20, 20));
        assertThat(read).containsExactly(THREE.get(0), "N1*" + value, "IEA*0*1");
    }

    private static String lines(String terminator) {
        String last = terminator.substring(0, 1);
        return X12Text.ISA.substring(0, 105)
                + last
                + terminator.substring(1)
                + THREE.get(1)
                + terminator
                + THREE.get(2)
                + terminator;
    }

    private static Segment second(String text) throws IOException {
        SegmentReader reader = reader((X12Text.ISA + text).getBytes(StandardCharsets.ISO_8859_1));
        reader.next();
        assertThat(reader.next()).isEqualTo(SegmentReader.Event.SEGMENT);
        return reader.segment();
    }

    private static SegmentReader reader(byte[] bytes) {
        return new SegmentReader(new ByteArrayInputStream(bytes), Limits.USUAL);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
