package org.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.x12.TransactionSet;
import org.junit.jupiter.api.Test;

/** Which scenario applies to a claim in the company of others. */
class ReceivedSetTest {

    @Test
    void anUnknownPayerIsPaidInFull() {
        ReceivedSet set = set("12345");
        assertThat(set.scenario(set.claims().get(0))).isEqualTo(Scenario.PAID);
        assertThat(set.isRejected()).isFalse();
    }

    @Test
    void aSetIsRejectedWhenAllItsClaimsAskForIt() {
        assertThat(set("SAND999R", "SAND999R").isRejected()).isTrue();
        assertThat(set("SANDBATCH").commonScenario()).isEqualTo(Scenario.BATCH_REJECTED);
    }

    @Test
    void inAMixedSetOnlyTheClaimIsRejected() {
        ReceivedSet set = set("SAND999R", "SANDPAID", "SANDBATCH");
        assertThat(set.isRejected()).isFalse();
        assertThat(set.claims().stream().map(set::scenario))
                .containsExactly(Scenario.CLAIM_REJECTED, Scenario.PAID, Scenario.CLAIM_REJECTED);
    }

    @Test
    void aSetIsSilentOnlyWhenNobodySpeaks() {
        assertThat(set("SANDSILENT", "SANDSILENT").isSilent()).isTrue();
        assertThat(set("SANDSILENT", "SANDPAID").isSilent()).isFalse();
    }

    @Test
    void partOfABatchIsDecidedByTheNumberOfLines() {
        Claim one = asking("SANDPART", "10");
        Claim two = asking("SANDPART", "10", "20");
        ReceivedSet set = set(one, two);
        assertThat(set.scenario(one)).isEqualTo(Scenario.PART_REJECTED);
        assertThat(set.scenario(two)).isEqualTo(Scenario.PAID);
    }

    @Test
    void aSetWithErrorsOrWithoutClaimsIsRejected() {
        ReceivedSet set = set("SANDPAID");
        set.issues().add(Issue.warning("IK403:7", "an unknown code", Place.NOWHERE, "", null));
        assertThat(set.isRejected()).isFalse();
        set.issues().add(Issue.error("IK403:1", "required", Place.NOWHERE, "", null));
        assertThat(set.isRejected()).isTrue();
        assertThat(set(new Claim[0]).isRejected()).isTrue();
    }

    private static ReceivedSet set(String... payers) {
        return set(Arrays.stream(payers).map(payer -> asking(payer, "10")).toArray(Claim[]::new));
    }

    private static ReceivedSet set(Claim... claims) {
        ReceivedSet set = new ReceivedSet(new TransactionSet("837", "0001", "005010X222A1"));
        set.claims().addAll(Arrays.asList(claims));
        return set;
    }

    private static Claim asking(String payer, String... charges) {
        Claim claim = AdjudicationTest.claim(charges);
        claim.document().put("tradingPartnerServiceId", payer);
        return claim;
    }
}
