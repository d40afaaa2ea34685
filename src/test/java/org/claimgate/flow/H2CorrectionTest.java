package org.claimgate.flow;

import java.time.Clock;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Ledger;

class H2CorrectionTest extends CorrectionContract {

    @Override
    Ledger openEmpty(Clock clock) {
        return EmptyLedger.in(folder, clock);
    }
}
