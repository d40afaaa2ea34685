package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ledger's disk is full while claims come in; the gateway says so and ends, and goes on where there is room. */
final class DiskTrials {

    private static final int MANY = 20;
    private static final int ATTEMPTS = 400;
    private static final int ACCEPTED = 202;
    private static final int BROKEN_DOWN = 3;

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    DiskTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** At a site whose broker is a process of its own: it takes claims all the time. What is accepted over HTTP counts, too. */
    void run() {
        site.gateway().limitFiles(size(site.ledger().file()));
        desk.handIn(Stream.generate(Claim::large).limit(MANY).toList());
        for (int attempt = 0; attempt < ATTEMPTS && desk.posts(Claim.large()) == ACCEPTED; attempt++) {
            // Until one is not accepted.
        }
        int status = site.gateway().endsSaying("Make room or see why");
        if (status != BROKEN_DOWN) {
            throw new IllegalStateException("The gateway ended with status " + status);
        }
        site.startGateway();
        report.accept(new Outcome("disk full under the ledger", 0, desk.books().claims(), desk.settle()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
