package org.claimgate.flow;

import java.time.Clock;
import org.claimgate.ledger.Ledger;

class H2RetentionTest extends RetentionContract {

    @Override
    Ledger openEmpty(Clock clock) {
        return Ledger.open("jdbc:h2:mem:" + folder.getFileName(), "sa", "", clock);
    }
}
