package org.claimgate.crash;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A gateway is killed while it makes its ledger and its broker's journal; the next one has to make them to the end. */
final class FirstStartTrials {

    private static final int TRIALS = 3;
    private static final int CLAIMS = 3;
    private static final int LATEST_MILLIS = 1_500;

    private final Site site;
    private final Desk desk;
    private final Random random;
    private final Consumer<Outcome> report;

    FirstStartTrials(Site site, Desk desk, Random random, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.random = random;
        this.report = report;
    }

    /** At a site where no gateway has run. */
    void run() {
        site.startClearinghouse();
        for (int trial = 0; trial < TRIALS; trial++) {
            site.launchGateway();
            Awaitility.await()
                    .atMost(Site.PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(site.ledger()::isBegun);
            site.letGatewayBe(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
            site.killGateway();
        }
        site.startGateway();
        desk.handIn(CLAIMS);
        report.accept(new Outcome("while it starts for the first time", TRIALS, CLAIMS, desk.settle()));
    }
}
