package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimLifeCycleTest {

    @Test
    void aUsualClaimGoesFromReadyToPaid() {
        assertThat(walk(
                        ClaimState.READY,
                        ClaimState.BATCHED,
                        ClaimState.SENT,
                        ClaimState.RECEIVED,
                        ClaimState.ACCEPTED,
                        ClaimState.PAID))
                .isEqualTo(ClaimState.PAID);
    }

    @Test
    void thePayerMayRejectWhatTheClearinghouseAccepted() {
        assertThat(walk(ClaimState.ACCEPTED, ClaimState.REJECTED)).isEqualTo(ClaimState.REJECTED);
    }

    @Test
    void aPaymentMayBeReversedAndPaidAgain() {
        assertThat(walk(ClaimState.PAID, ClaimState.REVERSED, ClaimState.PAID)).isEqualTo(ClaimState.PAID);
    }

    @Test
    void aPaymentOverridesARejection() {
        assertThat(walk(ClaimState.REJECTED, ClaimState.PAID)).isEqualTo(ClaimState.PAID);
    }

    @Test
    void anAnswerThatWasOvertakenDoesNotMoveTheClaimBack() {
        for (ClaimState late : List.of(ClaimState.RECEIVED, ClaimState.ACCEPTED, ClaimState.SENT)) {
            assertThat(ClaimLifeCycle.after(ClaimState.REJECTED, late)).isEqualTo(ClaimState.REJECTED);
            assertThat(ClaimLifeCycle.after(ClaimState.PAID, late)).isEqualTo(ClaimState.PAID);
        }
        assertThat(ClaimLifeCycle.after(ClaimState.ACCEPTED, ClaimState.RECEIVED))
                .isEqualTo(ClaimState.ACCEPTED);
        assertThat(ClaimLifeCycle.after(ClaimState.PAID, ClaimState.REJECTED)).isEqualTo(ClaimState.PAID);
    }

    @Test
    void anAnswerMayComeBeforeTheUploadIsRecorded() {
        assertThat(ClaimLifeCycle.after(ClaimState.BATCHED, ClaimState.RECEIVED))
                .isEqualTo(ClaimState.RECEIVED);
        assertThat(ClaimLifeCycle.after(ClaimState.RECEIVED, ClaimState.SENT)).isEqualTo(ClaimState.RECEIVED);
    }

    @Test
    void whatWasTakenBackMayTurnOutToBeAtThePartner() {
        assertThat(walk(ClaimState.BATCHED, ClaimState.WITHDRAWN)).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(walk(ClaimState.WITHDRAWN, ClaimState.RECEIVED, ClaimState.PAID))
                .isEqualTo(ClaimState.PAID);
        assertThat(walk(ClaimState.WITHDRAWN, ClaimState.BATCHED)).isEqualTo(ClaimState.WITHDRAWN);
    }

    @Test
    void nothingFollowsARefusedClaim() {
        for (ClaimState state : ClaimState.values()) {
            assertThat(ClaimLifeCycle.moves(ClaimState.REFUSED, state)).isFalse();
        }
    }

    @Test
    void anAnswerWithoutAStateMovesNothing() {
        assertThat(ClaimLifeCycle.after(ClaimState.SENT, null)).isEqualTo(ClaimState.SENT);
    }

    private static ClaimState walk(ClaimState... states) {
        ClaimState state = states[0];
        for (ClaimState next : states) {
            state = ClaimLifeCycle.after(state, next);
        }
        return state;
    }
}
