package org.claimgate.crash;

import org.claimgate.cli.ClockedRun;
import org.claimgate.ledger.PowerCutDisk;

/** {@code gateway run}, with somebody at its standard input who may ask it to stand still, or to take another time for now. */
final class GatewayProcess {

    private GatewayProcess() {}

    public static void main(String[] arguments) {
        JumpingClock clock = new JumpingClock();
        new Orders(clock).listen();
        PowerCutDisk.install();
        System.exit(ClockedRun.run(clock));
    }
}
