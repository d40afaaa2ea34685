package org.claimgate.crash;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Something ends in the middle of a transfer: a process at one end, or the line between them. */
final class LineTrials {

    /** Large ones: a file with all of them, and the payment of all of them, take longer than {@link #MIDDLE}. */
    private static final int CLAIMS = 25;

    /** Bytes on the line: more than a session carries but for the file, and less than with the whole file. */
    private static final long MIDDLE = 60_000;

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    LineTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** With a gateway that runs and has nothing to do; there is one afterwards, too. */
    void run() {
        for (Line.Way way : Line.Way.values()) {
            String transfer = way == Line.Way.UP ? "upload" : "download";
            trial("gateway killed in mid " + transfer, way, 1, this::restartGateway);
            trial("SFTP server killed in mid " + transfer, way, 1, this::restartClearinghouse);
            trial("both killed in mid " + transfer, way, 2, this::restartBoth);
            trial("connection reset in mid " + transfer, way, 0, site.line()::reset);
            trial("line silent in mid " + transfer, way, 0, () -> {});
        }
    }

    private void trial(String name, Line.Way way, int kills, Runnable end) {
        site.line().stopAfter(way, MIDDLE);
        desk.handIn(Stream.generate(Claim::large).limit(CLAIMS).toList());
        if (!site.line().hasStopped(Site.PATIENCE)) {
            throw new IllegalStateException("No transfer was long enough: " + name);
        }
        if (way == Line.Way.UP && site.dropped().uploads().isEmpty()) {
            throw new IllegalStateException("The partner has no half of a file: " + name);
        }
        end.run();
        Set<Finding> findings = desk.settle();
        report.accept(new Outcome(name, kills, CLAIMS, findings));
    }

    private void restartGateway() {
        site.killGateway();
        site.startGateway();
    }

    private void restartClearinghouse() {
        site.killClearinghouse();
        site.startClearinghouse();
    }

    private void restartBoth() {
        site.killGateway();
        site.killClearinghouse();
        site.launchGateway();
        site.startClearinghouse();
        site.awaitGateway();
    }
}
