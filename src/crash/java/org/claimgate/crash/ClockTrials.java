package org.claimgate.crash;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The gateway's clock jumps while claims are under way, and back later. */
final class ClockTrials {

    private static final int CLAIMS = 3;
    private static final Duration DAY_AHEAD = Duration.ofDays(1);
    private static final Duration HOUR_BEHIND = Duration.ofHours(-1);

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    ClockTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    void run() {
        trial("clock a day ahead, and back", DAY_AHEAD);
        trial("clock an hour behind, and back", HOUR_BEHIND);
    }

    private void trial(String name, Duration ahead) {
        Set<Finding> findings = new LinkedHashSet<>();
        int before = desk.books().claims();
        for (Duration jump : new Duration[] {ahead, Duration.ZERO}) {
            desk.handIn(CLAIMS);
            site.gateway().jump(jump);
            desk.handIn(CLAIMS);
            findings.addAll(desk.settle());
        }
        report.accept(new Outcome(name, 0, desk.books().claims() - before, findings));
    }
}
