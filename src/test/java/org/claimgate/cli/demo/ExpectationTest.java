package org.claimgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    @Test
    void a_claim_ends_in_its_last_state() {
        Expectation paid = Expectation.parse("# a comment\nends: PAID\n");
        assertThat(paid.isMetBy(events("READY TAKEN_IN", "SENT SENT", "PAID PAID_835", "PAID ACCEPTED_277CA")))
                .isTrue();
        assertThat(paid.isMetBy(events("READY TAKEN_IN", "PAID PAID_835", "REVERSED REVERSED_835")))
                .isFalse();
        assertThat(paid.isMetBy(List.of())).isFalse();
    }

    @Test
    void a_path_is_the_end_of_the_way() {
        Expectation reversed = Expectation.parse("ends: PAID, REVERSED, PAID");
        assertThat(reversed.isMetBy(events("READY x", "PAID x"))).isFalse();
        assertThat(reversed.isMetBy(events("READY x", "PAID x", "REVERSED x", "PAID x")))
                .isTrue();
        assertThat(reversed.isMetBy(events("READY x", "PAID x", "REVERSED x", "PAID x", "REVERSED x")))
                .isFalse();
    }

    @Test
    void the_answer_that_brought_the_state_counts() {
        Expectation rejected = Expectation.parse("ends: REJECTED by 999");
        assertThat(rejected.isMetBy(events("SENT x", "REJECTED REJECTED_999"))).isTrue();
        assertThat(rejected.isMetBy(events("SENT x", "REJECTED REJECTED_277CA")))
                .isFalse();
    }

    @Test
    void several_ends_may_be_right() {
        Expectation silent = Expectation.parse("ends: SENT or RECEIVED");
        assertThat(silent.isMetBy(events("SENT x"))).isTrue();
        assertThat(silent.isMetBy(events("SENT x", "RECEIVED x"))).isTrue();
        assertThat(silent.isMetBy(events("SENT x", "RECEIVED x", "ACCEPTED x"))).isFalse();
    }

    @Test
    void a_text_that_says_nothing_is_a_mistake() {
        assertThatThrownBy(() -> Expectation.parse("PAID")).hasMessageContaining("ends:");
        assertThatThrownBy(() -> Expectation.parse("ends: paid")).hasMessageContaining("'paid'");
    }

    private static List<ClaimEvent> events(String... events) {
        return Arrays.stream(events)
                .map(event -> event.split(" "))
                .map(event -> ClaimEvent.own(Instant.EPOCH, ClaimState.valueOf(event[0]), event[1], null, ""))
                .toList();
    }
}
