package org.claimgate.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.claimgate.flow.Failpoint;

/** The program: all trials, their table, and a status that says whether anything was lost or came twice. */
public final class Crash {

    private Crash() {}

    /** @param arguments folder for everything that is made, and what to try */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Summary summary = new Summary(System.out);
        failpoints(Files.createTempDirectory(folder, "failpoints"), summary);
        summary.total();
        System.exit(summary.isGood() ? 0 : 1);
    }

    private static void failpoints(Path folder, Summary summary) {
        summary.section("Killed at a failpoint");
        try (Site site = new Site(folder, Map.of())) {
            site.startClearinghouse();
            site.startGateway();
            new FailpointTrials(site, new Desk(site), summary::add).run(List.of(Failpoint.values()));
        }
    }
}
