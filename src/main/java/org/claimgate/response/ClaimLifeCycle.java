package org.claimgate.response;

import static org.claimgate.response.ClaimState.ACCEPTED;
import static org.claimgate.response.ClaimState.BATCHED;
import static org.claimgate.response.ClaimState.DENIED;
import static org.claimgate.response.ClaimState.PAID;
import static org.claimgate.response.ClaimState.READY;
import static org.claimgate.response.ClaimState.RECEIVED;
import static org.claimgate.response.ClaimState.REFUSED;
import static org.claimgate.response.ClaimState.REJECTED;
import static org.claimgate.response.ClaimState.REVERSED;
import static org.claimgate.response.ClaimState.SENT;
import static org.claimgate.response.ClaimState.WITHDRAWN;

import java.util.Map;
import java.util.Set;

/**
 * The transition table of a claim's life.
 *
 * <p>The states of one claim are a log: every answer is recorded, and only one that leads forward moves the state. A
 * payer may reject what its clearinghouse accepted; an 835 overrides every acknowledgment; a payment may be reversed
 * and paid again. An answer that overtook another one (a TA1 read after the 277CA) changes nothing. Answers may come
 * before the gateway has recorded that the file was visible, hence the steps from BATCHED; and for a claim that was taken back
 * because a person said, mistakenly, that its file had not arrived, hence those from WITHDRAWN.
 */
public final class ClaimLifeCycle {

    private static final Map<ClaimState, Set<ClaimState>> NEXT = Map.ofEntries(
            Map.entry(REFUSED, Set.of()),
            Map.entry(READY, Set.of(BATCHED, REFUSED, WITHDRAWN)),
            Map.entry(WITHDRAWN, Set.of(SENT, RECEIVED, ACCEPTED, REJECTED, PAID, DENIED, REVERSED)),
            Map.entry(BATCHED, Set.of(READY, WITHDRAWN, SENT, RECEIVED, ACCEPTED, REJECTED, PAID, DENIED, REVERSED)),
            Map.entry(SENT, Set.of(RECEIVED, ACCEPTED, REJECTED, PAID, DENIED, REVERSED)),
            Map.entry(RECEIVED, Set.of(ACCEPTED, REJECTED, PAID, DENIED, REVERSED)),
            Map.entry(ACCEPTED, Set.of(REJECTED, PAID, DENIED, REVERSED)),
            Map.entry(REJECTED, Set.of(PAID, DENIED, REVERSED)),
            Map.entry(PAID, Set.of(DENIED, REVERSED)),
            Map.entry(DENIED, Set.of(PAID, REVERSED)),
            Map.entry(REVERSED, Set.of(PAID, DENIED)));

    private static final Set<ClaimState> SETTLED = Set.of(REFUSED, WITHDRAWN, REJECTED, PAID, DENIED, REVERSED);

    private ClaimLifeCycle() {}

    /** Whether no answer is waited for in this state; one may come nonetheless. */
    public static boolean isSettled(ClaimState state) {
        return SETTLED.contains(state);
    }

    /** Whether a claim in {@code current} moves when something says that it is in {@code reported}. */
    public static boolean moves(ClaimState current, ClaimState reported) {
        return NEXT.get(current).contains(reported);
    }

    /** The state after an answer; {@code reported} may be null for an answer that says nothing of the state. */
    public static ClaimState after(ClaimState current, ClaimState reported) {
        return reported != null && moves(current, reported) ? reported : current;
    }
}
