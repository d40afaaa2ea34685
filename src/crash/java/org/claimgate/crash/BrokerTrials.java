package org.claimgate.crash;

import java.util.List;
import java.util.function.Consumer;
import org.claimgate.flow.Failpoint;

/** The broker, a process of its own here, is killed while the gateway stands still, and started again as it goes on. */
final class BrokerTrials {

    private static final int CLAIMS = 3;

    /** Where the gateway has something to do with the broker next, or has just had. */
    private static final List<Failpoint> FAILPOINTS = List.of(
            Failpoint.INTAKE_READ,
            Failpoint.INTAKE_COMMITTED,
            Failpoint.PUBLICATION_TAKEN,
            Failpoint.PUBLICATION_SENT,
            Failpoint.PUBLICATION_MARKED);

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    BrokerTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    void run() {
        for (Failpoint failpoint : FAILPOINTS) {
            brokerAlone(failpoint);
        }
        brokerAndGateway();
    }

    private void brokerAlone(Failpoint failpoint) {
        standStill(failpoint);
        site.killBroker();
        site.goOn();
        site.startBroker();
        report.accept(new Outcome("broker killed at " + failpoint, 1, CLAIMS, desk.settle()));
    }

    private void brokerAndGateway() {
        standStill(Failpoint.PUBLICATION_SENT);
        site.killBroker();
        site.killGateway();
        site.startBroker();
        site.startGateway();
        report.accept(new Outcome("broker and gateway killed at PUBLICATION_SENT", 2, CLAIMS, desk.settle()));
    }

    private void standStill(Failpoint failpoint) {
        site.standStillAt(failpoint);
        desk.handIn(CLAIMS);
        if (!site.standsStillAt(failpoint)) {
            throw new IllegalStateException("The gateway never came to " + failpoint);
        }
    }
}
