package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.response.ClaimState;
import org.claimgate.response.Outcome;
import org.claimgate.response.Remittance;
import org.junit.jupiter.api.Test;

class ReversalsTest {

    private static final String FIRST = "file:" + "a".repeat(64);
    private static final String SECOND = "file:" + "b".repeat(64);

    private final List<ClaimEvent> events = new ArrayList<>();

    @Test
    void takes_back_the_last_payment_of_the_opposite_amounts() {
        paid(FIRST + ":1", "150", "100");
        paid(FIRST + ":2", "150", "120");
        assertThat(takenBackBy(SECOND + ":1", "-150", "-100")).contains(FIRST + ":1");
    }

    @Test
    void a_payment_is_taken_back_once() {
        paid(FIRST + ":1", "150", "100");
        reversed(SECOND + ":1", FIRST + ":1");
        assertThat(takenBackBy(SECOND + ":2", "-150", "-100")).isEmpty();
    }

    @Test
    void a_second_reading_of_a_file_finds_what_the_first_one_did() {
        paid(FIRST + ":1", "150", "100");
        reversed(SECOND + ":1", FIRST + ":1");
        paid(SECOND + ":2", "150", "120");
        assertThat(takenBackBy(SECOND + "/2:1", "-150", "-100")).contains(FIRST + ":1");
    }

    @Test
    void a_second_reading_of_the_payment_does_not_put_it_up_again() {
        paid(FIRST + ":1", "150", "100");
        reversed(SECOND + ":1", FIRST + ":1");
        paid(FIRST + "/2:1", "150", "100");
        assertThat(takenBackBy(SECOND + ":2", "-150", "-100")).isEmpty();
    }

    private void paid(String message, String charge, String paid) {
        add(ClaimState.PAID, Reversals.facts(payment(charge, paid), message));
    }

    private void reversed(String message, String what) {
        add(
                ClaimState.REVERSED,
                Reversals.facts(payment("-150", "-100"), message).put(Reversals.REVERSES, what));
    }

    private void add(ClaimState state, ObjectNode facts) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.set(Reversals.PAYMENT, facts);
        events.add(new ClaimEvent(Instant.EPOCH, state, state.name(), null, 1L, "", detail));
    }

    private Optional<String> takenBackBy(String message, String charge, String paid) {
        return Reversals.takenBack(events, Reversals.facts(payment(charge, paid), message))
                .map(found -> found.get(Reversals.MESSAGE).asText());
    }

    private static Remittance payment(String charge, String paid) {
        return new Remittance(
                "A1",
                "P900",
                List.of(),
                "EFT1",
                new BigDecimal(charge),
                new BigDecimal(paid),
                new Outcome("PAID_835", ClaimState.PAID, "", List.of()));
    }
}
