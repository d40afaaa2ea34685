package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a use allows at its places: required ones, codes of its own and of named lists, lengths, composites. */
class AllowedPlacesTest {

    private static final String GUIDE =
            """
            guide: TEST
            title: A guide of a test
            transactionSet: 837
            functionalIdentifier: HC
            vocabulary: test
            loops:
              ST!:
                2000! x*:
                  record: true
                  NM1*85!: {2: ~!(1 2), 3: lastName, 8/9: {XX: npi<10>, 34: ~<9>}}
                  N4: {1: city!, 2: state(<state>), 3: ~!, 4: country(<country>)}
                  SV2: {1: revenueCode!, 2: {1: HC, 2: procedureCode!}}
                  PER*IC: {2: contact, 3/4 5/6: {TE: phone, +EX: extension}}
                  CLM: {1: account!, 5!: {1: facility!, 2: ~(A B)}}
            """;

    @TempDir
    private Path mappings;

    private Guides guides;

    @BeforeEach
    void load() throws IOException {
        Path folder = Files.createDirectory(mappings.resolve("x12"));
        GuideText.copyDictionary(folder);
        Path codes = Files.createDirectory(mappings.resolve("codes"));
        Files.writeString(
                codes.resolve("state.yaml"), "title: States\ndate: 2026-11-01\nopen: true\ncodes: {OH: Ohio}\n");
        Files.writeString(codes.resolve("country.yaml"), "title: Countries\ndate: 2026-11-01\ncodes: {CA: Canada}\n");
        Files.writeString(folder.resolve("test.yaml"), GUIDE);
        guides = Guides.load(folder);
    }

    private GuideText.Read read(String body) {
        return GuideText.read(guides, GuideText.interchange("HC", "TEST", "837", body));
    }

    @Test
    void whatIsAllowedIsReadWithoutIssue() {
        assertThat(read("NM1*85*1*LUNA*****XX*1234567893\nN4*DAYTON*OH*45402*CA\nSV2*0450*HC:99213\nCLM*A1****11:B")
                        .lines())
                .isEmpty();
    }

    @Test
    void aRequiredPlaceWithoutANameIsMissed() {
        assertThat(read("NM1*85**LUNA\nN4*DAYTON").lines()).containsExactly("IK403:1 2000 NM102", "IK403:1 2000 N403");
    }

    @Test
    void codesBindAPlaceWithoutAName() {
        assertThat(read("NM1*85*3*LUNA\nCLM*A1****11:C").lines())
                .containsExactly("IK403:7 2000 NM102", "IK403:7 2000 CLM05");
    }

    @Test
    void aUseMayAllowLessThanTheElement() {
        assertThat(read("NM1*85*1*LUNA*****XX*123456789").lines()).containsExactly("IK403:4 2000 NM109 /npi");
        assertThat(read("NM1*85*1*LUNA*****34*1234567890").lines()).containsExactly("IK403:5 2000 NM109");
    }

    @Test
    void anUnknownCodeOfAnOpenListIsAWarningAndCarried() {
        GuideText.Read read = read("NM1*85*1*LUNA\nN4*DAYTON*QQ*45402");

        assertThat(read.lines()).containsExactly("IK403:7 2000 N402 /state");
        assertThat(read.issues().get(0).isError()).isFalse();
        assertThat(GuideText.texts(read.documents(), "/state")).containsExactly("QQ");
    }

    @Test
    void anUnknownCodeOfAListThatIsNotOpenIsAnError() {
        GuideText.Read read = read("NM1*85*1*LUNA\nN4*DAYTON**45402*QQ");

        assertThat(read.lines()).containsExactly("IK403:7 2000 N404 /country");
        assertThat(read.issues().get(0).isError()).isTrue();
    }

    @Test
    void whatACompositeNeedsIsMissedOnlyWhereTheCompositeIs() {
        assertThat(read("NM1*85*1*LUNA\nSV2*0450").lines()).isEmpty();
        assertThat(read("NM1*85*1*LUNA\nSV2*0450*HC").lines()).containsExactly("IK403:1 2000 SV202 /procedureCode");
    }

    @Test
    void aRequiredCompositeIsMissedAsAWhole() {
        GuideText.Read read = read("NM1*85*1*LUNA\nCLM*A1");

        assertThat(read.lines()).containsExactly("IK403:1 2000 CLM05 /facility");
        assertThat(read.issues().get(0).place().component()).isZero();
    }

    @Test
    void aCompositeWithoutDataIsNotWritten() {
        Guide guide = guides.forVocabulary("test");
        ObjectNode claim = GuideText.json(
                """
                {"lastName": "LUNA", "x12": {"2000.NM1*85.2": "1"}, "revenueCode": "0450", "account": "A1", "facility": "11"}
                """);

        assertThat(guide.check(claim)).isEmpty();
        claim.remove("facility");
        assertThat(guide.check(claim)).extracting(GuideText::line).isEqualTo(List.of("IK403:1 2000 CLM05 /facility"));
    }

    @Test
    void someQualifiersOnlyFollowOthers() {
        assertThat(read("NM1*85*1*LUNA\nPER*IC*DESK*TE*6145550100*EX*22").lines())
                .isEmpty();
        assertThat(read("NM1*85*1*LUNA\nPER*IC*DESK*EX*22").lines()).containsExactly("IK403:I6 2000 PER03");

        ObjectNode claim = GuideText.json(
                """
                {"lastName": "LUNA", "x12": {"2000.NM1*85.2": "1"}, "contact": "DESK", "extension": "22"}
                """);
        assertThat(guides.forVocabulary("test").check(claim))
                .extracting(GuideText::line)
                .containsExactly("IK403:7 2000 PER03 /extension");
    }
}
