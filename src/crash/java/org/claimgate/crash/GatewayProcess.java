package org.claimgate.crash;

import java.sql.SQLException;
import org.claimgate.cli.Claimgate;

/** {@code gateway run}, with somebody at its standard input who may ask it to stand still. */
final class GatewayProcess {

    /** System property: the ledger stands on a database that flushes when it likes. */
    static final String FORGETFUL = "crash.forgetful";

    private GatewayProcess() {}

    public static void main(String[] arguments) throws SQLException {
        Standstill.listen();
        if (Boolean.getBoolean(FORGETFUL)) {
            ForgetfulDriver.install();
        }
        Claimgate.main(arguments);
    }
}
