package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.Test;

class RemittanceTest {

    @Test
    void theClaimStatusCodeDecides() {
        for (String code : List.of("1", "2", "3", "19", "20", "21")) {
            assertThat(outcome(code).state()).isEqualTo(ClaimState.PAID);
        }
        assertThat(outcome("4").state()).isEqualTo(ClaimState.DENIED);
        assertThat(outcome("22").state()).isEqualTo(ClaimState.REVERSED);
        for (String code : List.of("23", "25", "99")) {
            assertThat(outcome(code).state()).isNull();
        }
    }

    @Test
    void aDenialGivesItsAdjustmentsAsReasons() {
        assertThat(outcome("4").issues()).extracting(Issue::code).containsExactly("CAS:CO:45", "CAS:PR:1");
    }

    @Test
    void aPaymentNamesItsClaimAndItsLines() {
        Remittance remittance = Remittance.of(payment("1", "55.5"));
        assertThat(remittance.patientControlNumber()).isEqualTo("A1");
        assertThat(remittance.payerClaimControlNumber()).isEqualTo("P1");
        assertThat(remittance.lineControlNumbers()).containsExactly("L1");
        assertThat(remittance.trace()).isEqualTo("T1");
    }

    @Test
    void aPaymentThatAddsUpBalances() {
        assertThat(Balance.of(payment("1", "55.5")).isBalanced()).isTrue();
    }

    @Test
    void aPaymentThatDoesNotAddUpSaysWhereAndByHowMuch() {
        Balance balance = Balance.of(payment("1", "60"));
        assertThat(balance.differences())
                .extracting(Balance.Difference::pointer)
                .containsExactly(
                        "/serviceLines/0/servicePaymentInformation/lineItemProviderPaymentAmount",
                        "/claimPaymentInfo/claimPaymentAmount");
        assertThat(balance.differences().get(1).amount()).isEqualByComparingTo("4.5");
        assertThat(balance.differences().get(0).expected()).isEqualByComparingTo(new BigDecimal("55.50"));
    }

    @Test
    void anAmountThatIsNoNumberIsNamed() {
        ObjectNode document = payment("1", "55.5");
        ((ObjectNode) document.at("/claimAdjustments/0/adjustments/0")).put("amount", "ten");
        Balance balance = Balance.of(document);
        assertThat(balance.unreadable()).containsExactly("/claimAdjustments/0/adjustments/0/amount");
        assertThat(balance.isBalanced()).isFalse();
        assertThat(balance.differences()).isEmpty();
    }

    @Test
    void aSetWithAnAmountThatIsNoNumberIsNotAddedUp() {
        SetBalance set = new SetBalance();
        ObjectNode document = payment("1", "55.5");
        ((ObjectNode) document.at("/claimPaymentInfo")).put("claimPaymentAmount", "ten");
        set.add(document);
        assertThat(set.result().differences()).isEmpty();
        assertThat(set.result().unreadable()).containsExactly("/claimPaymentInfo/claimPaymentAmount");
    }

    @Test
    void aClaimThatIsOffByWhatItsLinesAreOffHasNoMistakeOfItsOwn() {
        assertThat(Balance.of(payment("1", "60")).causes())
                .extracting(Balance.Difference::level)
                .containsExactly(Balance.Level.LINE);
    }

    @Test
    void aSetBalancesOverItsClaimsAndItsProviderAdjustments() {
        SetBalance set = new SetBalance();
        set.add(payment("1", "55.5"));
        set.add(payment("1", "44.5"));
        assertThat(set.result().differences())
                .extracting(Balance.Difference::amount)
                .containsExactly(new BigDecimal("-10.0"));
        ObjectNode closing = Json.object(
                "{'financialInformation': {'totalActualProviderPaymentAmount': '90'},"
                        + "'providerAdjustments': [{'adjustments': [{'adjustmentReasonCode': 'WO',"
                        + "'providerAdjustmentAmount': '15'}, {'adjustmentReasonCode': 'L6', 'providerAdjustmentAmount': '-5'}]}]}");
        set.add(closing);
        assertThat(set.result().isBalanced()).isTrue();
        assertThat(Remittance.isIn(closing)).isFalse();
    }

    private static Outcome outcome(String code) {
        return Remittance.of(payment(code, "55.5")).outcome();
    }

    private static ObjectNode payment(String code, String paid) {
        return Json.object("{'financialInformation': {'totalActualProviderPaymentAmount': '90'},"
                + "'paymentAndRemitReassociationDetails': {'checkOrEFTTraceNumber': 'T1'},"
                + "'claimPaymentInfo': {'patientControlNumber': 'A1', 'claimStatusCode': '" + code
                + "', 'totalClaimChargeAmount': '100', 'claimPaymentAmount': '" + paid
                + "', 'payerClaimControlNumber': 'P1'},"
                + "'claimAdjustments': [{'claimAdjustmentGroupCode': 'CO', 'adjustments': ["
                + "{'reason': '45', 'amount': '20.00'}]}],"
                + "'serviceLines': [{'lineItemControlNumber': 'L1', 'servicePaymentInformation': {"
                + "'lineItemChargeAmount': '80', 'lineItemProviderPaymentAmount': '" + paid
                + "'}, 'serviceAdjustments': [{'claimAdjustmentGroupCode': 'PR', 'adjustments': ["
                + "{'reason': '1', 'amount': '24.5'}]}]}]}");
    }
}
