package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the segments of answers: documents per record, and issues with their places. */
class DocumentReaderTest {

    private static final String PAYMENT_HEAD =
            """
            BPR*I*150*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261120
            TRN*1*TRACE1*1512345678
            DTM*405*20261121
            N1*PR*PAYER
            N3*225 MAIN STREET
            N4*CENTERVILLE*PA*17111
            PER*BL*DESK*TE*9005555555
            N1*PE*CLINIC*XX*1234567893
            LX*1
            """;

    private static String payment(String body) {
        return GuideText.interchange("HP", "005010X221A1", "835", PAYMENT_HEAD + body);
    }

    @Test
    void everyClaimPaymentIsADocumentWithWhatStandsAroundIt() {
        GuideText.Read read = GuideText.read(
                payment(
                        """
                CLP*A1*1*100*75*25*12*PCCN1
                NM1*QC*1*DOE*JANE
                CLP*A2*1*100*75*25*12*PCCN2
                NM1*QC*1*ROE*JIM"""));

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.texts(read.documents(), "/claimPaymentInfo/patientControlNumber"))
                .containsExactly("A1", "A2");
        assertThat(GuideText.texts(read.documents(), "/payer/name")).containsExactly("PAYER", "PAYER");
        assertThat(GuideText.texts(read.documents(), "/envelope/interchangeControlNumber"))
                .containsExactly("000000001", "000000001");
    }

    @Test
    void whatStandsBehindTheClaimsComesInADocumentOfItsOwn() {
        GuideText.Read read = GuideText.read(
                payment(
                        """
                CLP*A1*1*100*75*25*12*PCCN1
                NM1*QC*1*DOE*JANE
                PLB*1234567893*20261231*WO:REF1*25"""));

        assertThat(read.documents()).hasSize(2);
        ObjectNode closing = read.documents().get(1);
        assertThat(closing.has("claimPaymentInfo")).isFalse();
        assertThat(closing.at("/payee/npi").asText()).isEqualTo("1234567893");
        assertThat(closing.at("/providerAdjustments/0/adjustments/0/providerAdjustmentAmount")
                        .asText())
                .isEqualTo("25");
    }

    @Test
    void aBatchRefusedAsAWholeGivesADocumentWithoutAClaim() {
        GuideText.Read read = GuideText.read(
                GuideText.interchange(
                        "HN",
                        "005010X214",
                        "277",
                        """
                BHT*0085*08*277X*20261122*1200*TH
                HL*1**20*1
                NM1*AY*2*CLEARINGHOUSE*****46*CH1
                TRN*1*T1
                DTP*050*D8*20261122
                DTP*009*D8*20261122
                HL*2*1*21*0
                NM1*41*2*SUBMITTER*****46*SUB1
                TRN*2*BATCH77
                STC*A8:746*20261122*U*100"""));

        assertThat(read.lines()).isEmpty();
        assertThat(read.documents()).hasSize(1);
        ObjectNode batch = read.documents().get(0);
        assertThat(batch.at("/claimTransactionBatchNumber").asText()).isEqualTo("BATCH77");
        assertThat(batch.at("/providerClaimStatuses/0/providerStatuses/0/statusCode")
                        .asText())
                .isEqualTo("746");
        assertThat(batch.has("claimStatus")).isFalse();
    }

    @Test
    void aMistakeIsOneIssueAtItsPlace() {
        GuideText.Read read = GuideText.read(
                payment(
                        """
                CLP*A1*1*1OO*75*25*12*PCCN1
                NM1*QC*1*DOE*JANE
                ZZZ*1
                SVC*HC:99213*100*75
                DTM*472*20261332"""));

        assertThat(read.lines())
                .containsExactly(
                        "IK403:6 2100 CLP03 /claimPaymentInfo/totalClaimChargeAmount",
                        "IK304:1 2100 ZZZ",
                        "IK403:8 2110 DTM02 /serviceLines/0/serviceDate");
        assertThat(read.issues())
                .allSatisfy(issue -> assertThat(issue.place().set()).isEqualTo("0001"));
        assertThat(read.issues().get(0).place().position()).isEqualTo(11);
        assertThat(read.issues().get(0).value()).isEqualTo("1OO");
        assertThat(read.issues().get(0).message()).doesNotContain("1OO");
    }

    @Test
    void aCodeThatTheGuideDoesNotKnowIsCarried() {
        GuideText.Read read = GuideText.read(
                payment(
                        """
                CLP*A1*77*100*75*25*12*PCCN1
                NM1*QC*1*DOE*JANE
                NM1*82*1*GREEN*JOHN****QQ*KEPT2
                REF*QQ*KEPT"""));

        assertThat(GuideText.texts(read.documents(), "/claimPaymentInfo/claimStatusCode"))
                .containsExactly("77");
        assertThat(read.documents().get(0).toString()).contains("\"REF*QQ*KEPT\"", "\"KEPT2\"");
        assertThat(read.lines()).contains("IK304:2 2100 REF");
    }

    @Test
    void whatIsMissingIsNamed() {
        GuideText.Read read = GuideText.read(
                GuideText.interchange(
                        "HP",
                        "005010X221A1",
                        "835",
                        """
                BPR*I*150*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261120
                N1*PR*PAYER
                N3*225 MAIN STREET
                N4*CENTERVILLE*PA*17111
                PER*BL*DESK*TE*9005555555"""));

        assertThat(read.lines()).containsExactly("IK304:3 ST TRN", "IK304:I7 1000B N1 /payee");
    }

    @Test
    void aSetOfAnUnknownGuideIsSaidToBeSo() {
        GuideText.Read read = GuideText.read(GuideText.interchange("HC", "005010X999", "837", "BHT*0019*00*1"));

        assertThat(read.documents()).isEmpty();
        assertThat(read.lines()).containsExactly("IK502:I6  ST");
    }

    @Test
    void segmentsOfOneKindMayComeInAnyOrderAndKeepIt() {
        String file = payment(
                """
                CLP*A1*1*100*75*25*12*PCCN1
                NM1*82*1*GREEN*JOHN****XX*1234567893
                NM1*QC*1*DOE*JANE
                REF*EA*MR1
                REF*1L*GROUP1""");
        GuideText.Read read = GuideText.read(file);

        assertThat(read.lines()).isEmpty();
        assertThat(GuideText.write("005010X221A1", read.documents())).isEqualTo(file);
    }

    @Test
    void interchangesThatSayTheSameStayApart() {
        String file = payment("CLP*A1*1*100*75*25*12*PCCN1\nNM1*QC*1*DOE*JANE");

        GuideText.Read twice = GuideText.read(file + file);

        assertThat(twice.lines()).isEmpty();
        assertThat(GuideText.write("005010X221A1", twice.documents())).isEqualTo(file + file);
    }

    @Test
    void documentsOfOneSetDoNotShareChanges() {
        List<ObjectNode> documents = GuideText.read(
                        payment(
                                """
                        CLP*A1*1*100*75*25*12*PCCN1
                        NM1*QC*1*DOE*JANE
                        CLP*A2*1*100*75*25*12*PCCN2
                        NM1*QC*1*ROE*JIM"""))
                .documents();

        assertThat(documents.get(0).at("/patientName/lastName").asText()).isEqualTo("DOE");
        assertThat(documents.get(1).at("/patientName/lastName").asText()).isEqualTo("ROE");
    }
}
