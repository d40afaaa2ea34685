package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that would exhaust, mislead or never end a reader: each is told what is wrong, and where. */
class HostileDocumentsTest {

    private static final String HEADER = "HDR|CLAIM REPORT|CLEARHOUSE|CLINIC|20261126|R1\n";

    @TempDir
    private Path mappings;

    @Test
    void a_line_of_100_megabytes_is_cut_off() {
        DocumentMapping report = report();
        InputStream document = new SequenceInputStream(bytes(HEADER + "FIL|"), new Repeated((byte) 'x', 100_000_000));
        assertThat(MadeMapping.issues(MadeMapping.read(report, document)))
                .containsExactly("DOCUMENT:limit expected at most 4000 bytes in a line (line 2, column 4001)");
    }

    @Test
    void a_document_without_an_end_is_cut_off() {
        DocumentMapping report = report();
        InputStream document = new SequenceInputStream(bytes(HEADER), new Repeated((byte) '\n', Integer.MAX_VALUE));
        assertThat(MadeMapping.issues(MadeMapping.read(report, document)))
                .singleElement()
                .asString()
                .startsWith("DOCUMENT:limit expected at most 20000000 bytes in a document (line 19999");
    }

    @Test
    void what_breaks_off_in_the_end_says_nothing_of_its_beginning() throws IOException {
        String sample = Files.readString(
                MadeMapping.SHIPPED.resolve("clearinghouse-claim-report/samples/accepted-and-rejected/input.txt"));
        Trial trial = MadeMapping.read(report(), sample.substring(0, sample.indexOf("TRL")));
        assertThat(trial.json()).isEmpty();
        assertThat(MadeMapping.issues(trial))
                .containsExactly("DOCUMENT:syntax expected a CLM, MSG, FIL or TRL record (line 11, column 1)");
    }

    @ParameterizedTest
    @CsvSource({"cms-1500-print-image, two-pages", "ub-04-print-image, inpatient-and-outpatient"})
    void many_blank_lines_behind_a_page_change_nothing(String name, String sample) throws IOException {
        DocumentMapping mapping = shipped(name);
        String pages = Files.readString(MadeMapping.SHIPPED.resolve(name + "/samples/" + sample + "/input.txt"));
        Trial trial = MadeMapping.read(mapping, pages + " \n".repeat(50_000));
        Trial plain = MadeMapping.read(mapping, pages);
        assertThat(MadeMapping.issues(trial)).isEqualTo(MadeMapping.issues(plain));
        assertThat(trial.json()).isEqualTo(plain.json());
    }

    @Test
    void too_many_values_or_too_much_time_end_the_reading() throws IOException {
        MadeMapping made = MadeMapping.in(mappings)
                .withSchema(
                        """
                        <xs:element name="start" type="xs:string" dfdl:initiator="x" dfdl:terminator=","/>
                        <xs:element name="value" type="xs:string" minOccurs="0" maxOccurs="unbounded" dfdl:terminator=","/>
                        """);
        String document = "x" + ",".repeat(200_000);
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "limits: {values: 1000}\n");
        assertThat(MadeMapping.issues(MadeMapping.read(made.compile(), document)))
                .containsExactly("DOCUMENT:limit expected at most 1000 values in a document (value 1001)");
        made.with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "limits: {values: 1000000000, seconds: 1}\n");
        assertThat(MadeMapping.issues(MadeMapping.read(made.compile(), "x" + ",".repeat(10_000_000))))
                .singleElement()
                .asString()
                .startsWith("DOCUMENT:limit expected a document that is read within 1 s (value ");
    }

    @Test
    void a_document_type_is_refused_whatever_it_declares() throws IOException {
        Path secret = Files.writeString(mappings.resolve("secret.txt"), "SECRET");
        DocumentMapping xml = MadeMapping.in(mappings)
                .with("smooks-config.xml", MadeMapping.XML_READER)
                .compile();
        String bomb =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><r>&b;</r>";
        String external = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><r>&x;</r>";
        assertThat(MadeMapping.issues(MadeMapping.read(xml, bomb)))
                .containsExactly("DOCUMENT:syntax expected XML without a document type (line 2, column 10)");
        assertThat(MadeMapping.issues(MadeMapping.read(xml, external)))
                .containsExactly("DOCUMENT:syntax expected XML without a document type (line 1, column 10)");
    }

    @Test
    void xml_is_read_with_its_attributes_and_in_its_limits() throws IOException {
        DocumentMapping xml = MadeMapping.in(mappings)
                .with("smooks-config.xml", MadeMapping.XML_READER)
                .compile();
        Trial trial = MadeMapping.read(
                xml,
                "<r a=\"1\"><c>x</c><c n=\"2\">y</c><d/><e xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/></r>");
        assertThat(trial.json().get(0).path("text").asText())
                .isEqualTo("{\"r\":{\"@a\":\"1\",\"c\":[\"x\",{\"@n\":\"2\",\"#text\":\"y\"}],\"d\":\"\",\"e\":\"\"}}");
        assertThat(MadeMapping.issues(MadeMapping.read(xml, "<r>\n <c>x</d>\n</r>")))
                .containsExactly("DOCUMENT:syntax expected well-formed XML (line 2, column 8)");
        assertThat(MadeMapping.issues(MadeMapping.read(xml, "<r>".repeat(60) + "</r>".repeat(60))))
                .containsExactly("DOCUMENT:limit expected values at most 50 deep (value 51)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1`, `DOCUMENT:syntax expected well-formed JSON, each field once in its object (line 1, column 8)`",
                "`{\"a\": 1, \"a\": 2}`, `DOCUMENT:syntax expected well-formed JSON, each field once in its object (line 1, column 13)`",
                "`{\"a\":\n 12x}`, `DOCUMENT:syntax expected well-formed JSON, each field once in its object (line 2, column 4)`",
            })
    void json_that_is_none_is_told_with_its_place(String document, String issue) throws IOException {
        assertThat(MadeMapping.issues(MadeMapping.read(MadeMapping.in(mappings).compile(), document)))
                .containsExactly(issue);
    }

    @Test
    void json_is_not_deeper_than_allowed_and_its_amounts_keep_their_digits() throws IOException {
        DocumentMapping json = MadeMapping.in(mappings).compile();
        assertThat(MadeMapping.issues(MadeMapping.read(json, "[".repeat(60) + "]".repeat(60))))
                .singleElement()
                .asString()
                .startsWith(
                        "DOCUMENT:limit expected JSON within the limits of depth, values and length (line 1, column 5");
        assertThat(MadeMapping.read(json, "{\"paid\": 125.00}")
                        .json()
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("{\"paid\":125.00}");
    }

    @Test
    void a_gateway_that_stops_is_not_a_mistake_of_the_document() throws IOException {
        DocumentMapping json = MadeMapping.in(mappings).compile();
        DocumentMapping report = report();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Trial.of(json, bytes("{}"), MadeMapping.GUIDES, MadeMapping.CLOCK))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Trial.of(report, bytes(HEADER), MadeMapping.GUIDES, MadeMapping.CLOCK))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void other_encodings_are_read_as_they_are_declared() throws IOException {
        DocumentMapping json = MadeMapping.in(mappings)
                .with("document.yaml", MadeMapping.NOTICE_DESCRIPTION + "encoding: windows-1252\n")
                .compile();
        byte[] document = "{\"city\": \"Cañon\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MadeMapping.read(json, document).json().get(0).path("text").asText())
                .isEqualTo("{\"city\":\"Cañon\"}");
        byte[] unmapped = "{\"city\": \"Ca\u0081on\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MadeMapping.issues(MadeMapping.read(json, unmapped)))
                .containsExactly("DOCUMENT:syntax expected text in windows-1252 (line 1, column 13)");
    }

    private static DocumentMapping report() {
        return shipped("clearinghouse-claim-report");
    }

    private static DocumentMapping shipped(String name) {
        Description description = Description.all(MadeMapping.SHIPPED).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return DocumentMapping.compile(description, MadeMapping.GUIDES);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream of one byte again and again. */
    private static final class Repeated extends InputStream {

        private final byte value;
        private long left;

        private Repeated(byte value, long times) {
            this.value = value;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int many = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + many, value);
            left -= many;
            return many;
        }
    }
}
