package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NpiTest {

    @Test
    void acceptsTheCheckDigitOfTheStandard() {
        assertThat(Npi.isValid("1234567893")).isTrue();
        assertThat(Npi.isValid("1993999998")).isTrue();
    }

    @Test
    void refusesAWrongDigitAnExchangedPairAndAWrongLength() {
        assertThat(Npi.isValid("1234567890")).isFalse();
        assertThat(Npi.isValid("1234657893")).isFalse();
        assertThat(Npi.isValid("123456789")).isFalse();
        assertThat(Npi.isValid("12345678931")).isFalse();
        assertThat(Npi.isValid("12345678٣3")).isFalse();
    }
}
