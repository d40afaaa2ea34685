package org.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a claim is paid, in amounts. */
class AdjudicationTest {

    @Test
    void adjustedTakesContractDeductibleAndCopay() {
        Payment payment = Adjudication.pay(claim("100.00", "50.00"), Scenario.ADJUSTED, "P1");

        assertThat(payment.lines().get(0).adjustments())
                .containsExactly(
                        new Adjustment("CO", "45", new BigDecimal("20.00")),
                        new Adjustment("PR", "1", new BigDecimal("25")),
                        new Adjustment("PR", "3", new BigDecimal("15")));
        assertThat(payment.lines().get(1).adjustments())
                .containsExactly(new Adjustment("CO", "45", new BigDecimal("10.00")));
        assertThat(payment.paid()).isEqualByComparingTo("80");
        assertThat(payment.patientResponsibility()).isEqualByComparingTo("40");
        assertThat(payment.claimStatus()).isEqualTo("1");
    }

    @Test
    void aPatientsShareThatIsLargerThanALineGoesOnToTheNext() {
        Payment payment = Adjudication.pay(claim("10", "100"), Scenario.ADJUSTED, "P1");

        assertThat(payment.lines().get(0).paid()).isEqualByComparingTo("0");
        assertThat(payment.lines().get(1).adjustments())
                .contains(
                        new Adjustment("PR", "1", new BigDecimal("17.00")),
                        new Adjustment("PR", "3", new BigDecimal("15.00")));
    }

    @Test
    void deniedPaysNothing() {
        Payment payment = Adjudication.pay(claim("100.00", "0"), Scenario.DENIED, "P1");

        assertThat(payment.claimStatus()).isEqualTo("4");
        assertThat(payment.paid()).isEqualByComparingTo("0");
        assertThat(payment.lines().get(0).adjustments())
                .containsExactly(new Adjustment("CO", "29", new BigDecimal("100.00")));
        assertThat(payment.lines().get(1).adjustments()).isEmpty();
    }

    @Test
    void aSecondaryPayerPaysWhatThePrimaryLeft() {
        ObjectNode document = claim("100").document();
        document.withObject("/subscriber").put("paymentResponsibilityLevelCode", "S");
        document.withObject("/claimInformation")
                .withArray("/otherSubscriberInformation")
                .addObject()
                .put("payerPaidAmount", "64.5");

        Payment payment = Adjudication.pay(new Claim(document), Scenario.PAID, "P1");

        assertThat(payment.claimStatus()).isEqualTo("2");
        assertThat(payment.adjustments()).containsExactly(new Adjustment("OA", "23", new BigDecimal("64.5")));
        assertThat(payment.paid()).isEqualByComparingTo("35.5");
    }

    @Property(tries = 200)
    void everyPaymentAndItsReversalBalance(@ForAll("charges") List<String> charges, @ForAll Scenario scenario) {
        Claim claim = claim(charges.toArray(String[]::new));
        for (Payment payment : List.of(Adjudication.pay(claim, scenario, "P1"), Adjudication.correct(claim, "P1"))) {
            for (Payment.Line line : payment.lines()) {
                assertThat(line.paid().signum()).isNotNegative();
                assertThat(line.charge().subtract(Adjustment.total(line.adjustments())))
                        .isEqualByComparingTo(line.paid());
            }
            BigDecimal lines =
                    Money.sum(payment.lines().stream().map(Payment.Line::paid).toList());
            assertThat(payment.paid()).isEqualByComparingTo(lines).isNotNegative();
            assertThat(payment.reversed().paid())
                    .isEqualByComparingTo(payment.paid().negate());
            assertThat(payment.reversed().claimStatus()).isEqualTo("22");
        }
    }

    @Provide
    Arbitrary<List<String>> charges() {
        return Arbitraries.integers()
                .between(0, 500_000)
                .map(cents -> BigDecimal.valueOf(cents, 2).toPlainString())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    static Claim claim(String... charges) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode information = document.withObject("/claimInformation");
        BigDecimal total = BigDecimal.ZERO;
        for (String charge : charges) {
            information
                    .withArray("/serviceLines")
                    .addObject()
                    .putObject("professionalService")
                    .put("lineItemChargeAmount", charge);
            total = total.add(new BigDecimal(charge));
        }
        information.put("claimChargeAmount", total.toPlainString());
        document.putObject("subscriber").put("paymentResponsibilityLevelCode", "P");
        return new Claim(document);
    }
}
