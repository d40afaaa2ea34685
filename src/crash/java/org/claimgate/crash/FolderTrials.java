package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A folder takes no files for a while: the partner's or one of the gateway's own. A file stands in its place, which forbids writing to
 * whoever runs the harness, the administrator included.
 */
final class FolderTrials {

    private static final int CLAIMS = 3;

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    FolderTrials(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** With a gateway that runs and has had something to do, so that all folders are there. */
    void run() {
        desk.handIn(CLAIMS);
        desk.settle();
        trial("the partner's folder", site.dropFolder(), "delivery-deleting");
        trial("the folder of downloads", site.downloadsFolder(), "pickup-deleting");
        trial("the folder of payments", site.paymentsFolder(), "posting");
    }

    /** @param route which cannot do its work without the folder, and has to say so */
    private void trial(String name, Path folder, String route) {
        int before = desk.books().claims();
        Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
        desk.awaitRoute(route, "RUNNING");
        try {
            Files.move(folder, aside);
            Files.createFile(folder);
            desk.handIn(CLAIMS);
            desk.awaitRoute(route, "RETRYING|CIRCUIT_OPEN");
            Files.delete(folder);
            Files.move(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report.accept(new Outcome(name + " cannot be written", 0, desk.books().claims() - before, desk.settle()));
    }
}
