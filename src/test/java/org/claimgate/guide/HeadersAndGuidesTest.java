package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of interchange, group and set say of the guide they belong to, and that nothing of them is lost. */
class HeadersAndGuidesTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final String GUIDE = "005010X221A1";

    private String payment;

    @BeforeEach
    void readSample() throws IOException {
        payment = Files.readString(SAMPLES.resolve("835/paid-in-full/received.x12"));
        assertThat(GuideText.read(payment).lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HC", "QQ"})
    void a_group_whose_identifier_is_of_other_sets_is_told_once_and_read_all_the_same(String identifier) {
        String another = sets(payment).replace("*0001", "*0002");
        String file = payment.replace("GS*HP", "GS*" + identifier).replace("\nGE*1*", "\n" + another + "GE*2*");

        GuideText.Read read = GuideText.read(file);

        assertThat(read.lines()).containsExactly("AK905:1  GS");
        assertThat(read.documents()).hasSize(2);
    }

    @Test
    void one_set_of_another_kind_among_those_of_the_group_is_told_at_its_place() throws IOException {
        String request = Files.readString(SAMPLES.resolve("276/one-claim/received.x12"));
        String answer = Files.readString(SAMPLES.resolve("277/in-process-and-paid/received.x12"));
        String other = sets(answer).replace("*0001", "*0002");

        GuideText.Read read = GuideText.read(request.replace("\nGE*1*", "\n" + other + "GE*2*"));

        assertThat(read.lines()).containsExactly("IK502:18  ST");
        assertThat(read.issues())
                .allSatisfy(issue -> assertThat(issue.place().set()).isEqualTo("0002"));
    }

    @Test
    void authorization_and_security_information_is_carried_and_written_again() {
        String file = payment.replace("*00*          *00*          *", "*03*AUTHORIZED*01*PASS WORD *");

        GuideText.Read read = GuideText.read(file);

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.texts(read.documents(), "/envelope/authorization"))
                .containsExactly("{\"qualifier\":\"03\",\"id\":\"AUTHORIZED\"}");
        assertThat(GuideText.write(GUIDE, read.documents())).startsWith(file.substring(0, 105));
    }

    @Test
    void an_envelope_with_a_separator_in_a_header_is_refused_with_an_issue_for_each() {
        GuideText.Read read = GuideText.read(payment);
        read.documents().get(0).withObject("/envelope").put("implementationReference", "A:B");
        read.documents().get(0).withObject("/envelope").put("responsibleAgency", "~");

        assertThat(EnvelopeCheck.of(
                        Envelope.of(read.documents().get(0)), guideOf(read), text -> !text.matches(".*[:~].*")))
                .extracting(Issue::pointer)
                .containsExactly("/envelope/responsibleAgency", "/envelope/implementationReference");
    }

    private static String sets(String file) {
        return file.substring(file.indexOf("ST*"), file.indexOf("\nGE*") + 1);
    }

    private static Guide guideOf(GuideText.Read read) {
        return GuideText.GUIDES
                .find(
                        GUIDE,
                        read.documents().get(0).at("/envelope/transactionSet").asText())
                .orElseThrow();
    }
}
