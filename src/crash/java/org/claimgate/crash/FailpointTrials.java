package org.claimgate.crash;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.claimgate.flow.Failpoint;

/** One trial for each failpoint: the gateway is killed as it stands there, is started again, and the books are looked at. */
final class FailpointTrials {

    private static final int CLAIMS = 3;

    private final String end;
    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;
    private int counted;

    /** @param end how the gateway ends there, for the table */
    FailpointTrials(String end, Site site, Desk desk, Consumer<Outcome> report) {
        this.end = end;
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** With a gateway that runs and has nothing to do; there is one afterwards, too. */
    void run(List<Failpoint> failpoints) {
        for (Failpoint failpoint : failpoints) {
            switch (failpoint) {
                case INTAKE_ANSWERED -> trial(failpoint, desk::putIntoFolder);
                case INQUIRY_WRITTEN, INQUIRY_COMMITTED -> afterAnotherClaim(failpoint);
                case DELIVERY_CLEARED -> inRecovery(failpoint);
                case DEADLINES_WRITTEN, DEADLINES_COMMITTED -> trial(
                        failpoint, () -> desk.handIn(List.of(Claim.silent())));
                case ACTS_WRITTEN, ACTS_COMMITTED -> inAnAct(failpoint);
                case RETENTION_ARCHIVED, RETENTION_COMMITTED -> whenAllHasBeenKeptLongEnough(failpoint);
                default -> trial(failpoint, () -> desk.handIn(CLAIMS));
            }
        }
        if (failpoints.contains(Failpoint.PICKUP_DISPOSED)) {
            trial(Failpoint.PICKUP_DISPOSED, "answers moved", this::handInForMovingPartner);
        }
    }

    private void trial(Failpoint failpoint, Runnable work) {
        trial(failpoint, "", work);
    }

    private void trial(Failpoint failpoint, String how, Runnable work) {
        site.standStillAt(failpoint);
        work.run();
        killAt(failpoint);
        site.startGateway();
        finish(failpoint, how, 1);
    }

    /** A question is asked about a claim that has been answered. */
    private void afterAnotherClaim(Failpoint failpoint) {
        Claim claim = answered();
        trial(failpoint, () -> desk.ask(claim));
    }

    /** Somebody has the messages of a claim sent once more, gets no answer, and looks whether it has happened. */
    private void inAnAct(Failpoint failpoint) {
        Claim claim = answered();
        site.standStillAt(failpoint);
        CompletableFuture<Boolean> isAnswered = desk.replay(claim).handle((answer, failure) -> failure == null);
        killAt(failpoint);
        if (isAnswered.join()) {
            throw new IllegalStateException("The gateway answered before it came to " + failpoint);
        }
        site.startGateway();
        desk.replayAgainUnlessDone(claim);
        finish(failpoint, "", 1);
    }

    /** What has come home goes, with copies in the archive. The next process has the machine's clock again. */
    private void whenAllHasBeenKeptLongEnough(Failpoint failpoint) {
        answered();
        site.standStillAt(failpoint);
        site.gateway().jump(Site.KEPT.plusDays(1));
        killAt(failpoint);
        site.startGateway();
        finish(failpoint, "", 1);
    }

    private Claim answered() {
        Claim claim = desk.handIn(1).get(0);
        Set<Finding> findings = desk.settle();
        if (!findings.isEmpty()) {
            throw new IllegalStateException("A claim did not come home before its trial began: " + findings);
        }
        return claim;
    }

    /** Killed once after the upload, and once more as it clears that away. */
    private void inRecovery(Failpoint failpoint) {
        site.standStillAt(Failpoint.DELIVERY_UPLOADED);
        desk.handIn(CLAIMS);
        killAt(Failpoint.DELIVERY_UPLOADED);
        site.launchGateway();
        site.standStillAt(failpoint);
        site.awaitGateway();
        killAt(failpoint);
        site.startGateway();
        finish(failpoint, "", 2);
    }

    private void killAt(Failpoint failpoint) {
        if (!site.standsStillAt(failpoint)) {
            throw new IllegalStateException("The gateway never came to " + failpoint);
        }
        site.killGateway();
    }

    private void finish(Failpoint failpoint, String how, int kills) {
        Set<Finding> findings = desk.settle();
        String name = end + " at " + failpoint + (how.isEmpty() ? "" : ", " + how);
        report.accept(new Outcome(name, kills, desk.books().claims() - counted, findings));
        counted = desk.books().claims();
    }

    private void handInForMovingPartner() {
        desk.handIn(Stream.generate(Claim::forMovingPartner).limit(CLAIMS).toList());
    }
}
