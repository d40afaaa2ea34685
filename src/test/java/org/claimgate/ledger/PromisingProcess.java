package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.claimgate.response.ClaimState;

/** A process that takes claims in for ever, and says each claim's id once it is promised. */
final class PromisingProcess {

    private PromisingProcess() {}

    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        Ledger ledger = Ledger.open(arguments[0], "sa", "", clock);
        while (true) {
            String id = ledger.claims().newId();
            NewClaim claim = new NewClaim(
                    id,
                    "sender",
                    Hashes.sha256(id.getBytes(StandardCharsets.US_ASCII)),
                    "professional-claim",
                    "partner",
                    "T",
                    id,
                    ClaimState.READY,
                    JsonNodeFactory.instance.objectNode().put("text", "x".repeat(3000)),
                    JsonNodeFactory.instance.arrayNode());
            ClaimEvent event = ClaimEvent.own(clock.instant(), ClaimState.READY, "TAKEN_IN", null, "taken in");
            ledger.durably(() -> ledger.claims().insert(claim, event));
            System.out.println("promised " + id);
        }
    }
}
