package org.claimgate.crash;

import java.util.Set;
import java.util.function.Consumer;

/** A second gateway is started on the ledger of one that runs, which has one file and one process: it says so and ends. */
final class MistakeTrials {

    private static final int CLAIMS = 3;
    private static final int PLUMBING = 2;

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    MistakeTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    void run() {
        desk.handIn(CLAIMS);
        site.second().launch();
        int status = site.second().endsSaying("is open in another process");
        if (status != PLUMBING) {
            throw new IllegalStateException("The second gateway ended with status " + status);
        }
        desk.handIn(CLAIMS);
        Set<Finding> findings = desk.settle();
        report.accept(new Outcome("a second gateway on one H2 file", 0, 2 * CLAIMS, findings));
    }
}
