package org.claimgate.flow;

import java.time.Clock;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.TestPostgres;

class PostgresCorrectionTest extends CorrectionContract {

    @Override
    Ledger openEmpty(Clock clock) {
        return Ledger.open(TestPostgres.newLedger(), "postgres", "postgres", clock);
    }
}
