package org.claimgate.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimgate.camel.Queues;
import org.claimgate.flow.Messages;
import org.claimgate.web.StatusPages;

/** One run of the demo, from the first file in the scratch folder to the last payment message. */
public final class Demo {

    private static final int STATUS_WAIT_MILLIS = 250;

    private final Path home;
    private final Path scratch;
    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private final Duration patience;
    private final String version;

    /**
     * @param home folder with routes/, mappings/, partners/ and edi-samples/
     * @param scratch an empty folder for everything that is made
     * @param terminal whether what is printed can be redrawn
     * @param patience how long the claims may take
     * @param version of the gateway, for its page
     */
    public Demo(
            Path home,
            Path scratch,
            PrintWriter out,
            boolean terminal,
            Clock clock,
            Duration patience,
            String version) {
        this.home = home;
        this.scratch = scratch;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.patience = patience;
        this.version = version;
    }

    /** Runs until every claim has ended or patience is at its end; then does what is left to do while all still runs. */
    public boolean run(AfterRun after) throws Exception {
        Instant start = clock.instant();
        List<Sample> samples = Sample.load(home.resolve("edi-samples"));
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("There are no sample claims in " + home.resolve("edi-samples"));
        }
        try (DemoHouse house = new DemoHouse(home, scratch, clock)) {
            house.startSandbox();
            house.startGateway();
            StatusPages.of(house.gateway(), version).mount(house.gateway().router());
            out.println("Sandbox clearinghouse, ledger, broker and gateway run in " + scratch);
            out.println("The gateway's page: " + house.page());
            out.println("Submitting " + samples.size() + " sample claims to the queue " + Queues.CLAIMS);
            out.println();
            boolean good = follow(house, samples, start);
            after.stillRunning(house.page());
            return good;
        }
    }

    private boolean follow(DemoHouse house, List<Sample> samples, Instant start) throws Exception {
        Watch watch = new Watch(samples);
        Progress progress = new Progress(out, terminal);
        List<Track> tracks;
        boolean over;
        try (QueueClient queues = house.queues()) {
            queues.submit(Queues.CLAIMS, samples);
            do {
                queues.await(Messages.STATUS_QUEUE, STATUS_WAIT_MILLIS);
                watch.listen(queues);
                tracks = watch.tracks(house.gateway().ledger());
                progress.show(elapsed(start), tracks);
                over = watch.isOver(tracks, house.gateway().ledger());
            } while (!over && elapsed(start).compareTo(patience) < 0);
        }
        Report report = new Report(out, start, house.gateway().ledger().claims());
        report.timeLines(tracks);
        report.payments(watch.remittances());
        report.verdict(tracks, watch, over, elapsed(start));
        return over;
    }

    private Duration elapsed(Instant start) {
        return Duration.between(start, clock.instant());
    }

    /** What happens between the last claim and the end of the demo. */
    @FunctionalInterface
    public interface AfterRun {

        /** @param page address of the gateway's page */
        void stillRunning(String page) throws InterruptedException;
    }
}
