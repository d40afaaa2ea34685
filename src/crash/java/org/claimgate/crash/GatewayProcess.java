package org.claimgate.crash;

import java.sql.SQLException;
import org.claimgate.cli.ClockedRun;
import org.claimgate.ledger.PowerCutDisk;

/** {@code gateway run}, with somebody at its standard input who may ask it to stand still, or to take another time for now. */
final class GatewayProcess {

    /** System property: the ledger stands on a database that forgets ({@link ForgetfulDriver.Kind}). */
    static final String FORGETFUL = "crash.forgetful";

    private GatewayProcess() {}

    public static void main(String[] arguments) throws SQLException {
        JumpingClock clock = new JumpingClock();
        new Orders(clock).listen();
        PowerCutDisk.install();
        String forgetful = System.getProperty(FORGETFUL);
        if (forgetful != null) {
            ForgetfulDriver.install(ForgetfulDriver.Kind.valueOf(forgetful));
        }
        System.exit(ClockedRun.run(clock));
    }
}
