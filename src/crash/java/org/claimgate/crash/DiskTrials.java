package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A disk is full, or a folder cannot be written into, while claims come in; and later it can. */
final class DiskTrials {

    private static final int CLAIMS = 3;
    private static final int MANY = 20;
    private static final int ATTEMPTS = 400;
    private static final int ACCEPTED = 202;
    private static final int BROKEN_DOWN = 3;
    private static final String ENDS = "Make room or see why";
    private static final String READ_ONLY = "r-xr-xr-x";
    private static final String WRITABLE = "rwxr-xr-x";

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;
    private int counted;

    DiskTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** At a site whose broker is a process of its own. */
    void runApart() {
        ledgerFull();
        brokerFull();
    }

    /** At a site whose broker is the gateway's. */
    void runTogether() {
        allFull();
        readOnly("payments folder read-only", site.paymentsFolder(), "Route posting failed", this::handIn);
        readOnly("download folder read-only", site.downloads(), "Route pickup-deleting failed", this::handIn);
        readOnly(
                "hand-in folder's done/ read-only",
                site.gateway().intakeFolder().resolve("done"),
                "Route intake-folder failed",
                desk::putIntoFolder);
    }

    /** What is accepted over HTTP is counted; the broker takes claims all the time. */
    private void ledgerFull() {
        desk.handIn(CLAIMS);
        desk.settle();
        site.gateway().limitFiles(size(site.ledger().file()));
        desk.handIn(Stream.generate(Claim::large).limit(MANY).toList());
        for (int attempt = 0; attempt < ATTEMPTS && desk.posts(Claim.large()) == ACCEPTED; attempt++) {
            // Until one is not accepted.
        }
        endsAndIsStartedAgain();
        finish("disk full under the ledger");
    }

    private void brokerFull() {
        site.limitBrokersFiles();
        for (int attempt = 0; attempt < MANY; attempt++) {
            desk.triesToHandIn(Claim.next());
        }
        site.killBroker();
        site.startBroker();
        desk.handIn(CLAIMS);
        finish("disk full under the broker");
    }

    private void allFull() {
        desk.handIn(CLAIMS);
        site.gateway().limitFiles(0);
        for (int attempt = 0; attempt < MANY; attempt++) {
            desk.triesToHandIn(Claim.next());
        }
        endsAndIsStartedAgain();
        finish("disk full under ledger and broker");
    }

    private void endsAndIsStartedAgain() {
        int status = site.gateway().endsSaying(ENDS);
        if (status != BROKEN_DOWN) {
            throw new IllegalStateException("The gateway ended with status " + status);
        }
        site.startGateway();
    }

    private void readOnly(String name, Path folder, String complaint, Runnable work) {
        create(folder);
        permit(folder, READ_ONLY);
        work.run();
        site.gateway().complains(complaint);
        permit(folder, WRITABLE);
        finish(name);
    }

    private void handIn() {
        desk.handIn(List.of(Claim.next(), Claim.next()));
    }

    private void finish(String name) {
        report.accept(new Outcome(name, 0, desk.books().claims() - counted, desk.settle()));
        counted = desk.books().claims();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void permit(Path folder, String permissions) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
