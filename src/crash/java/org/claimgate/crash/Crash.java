package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimgate.flow.Failpoint;

/** The program: all trials, their table, and a status that says whether anything was lost or came twice. */
public final class Crash {

    /** A control that loses something does not wait for it as long. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(40);

    private final Path folder;
    private final Jvm jvm;
    private final String wanted;
    private final List<Failpoint> failpoints;
    private final int rounds;
    private final Random random;
    private final Function<Path, LedgerPlace> usualLedger;
    private final Summary summary = new Summary(System.out);

    private Crash(Path folder, String wanted, String failpoints, String ledger, int rounds, long seed) {
        this.folder = folder;
        this.jvm = new Jvm(folder);
        this.wanted = wanted;
        this.failpoints = Stream.of(Failpoint.values())
                .filter(failpoint -> failpoint.name().matches(failpoints))
                .toList();
        this.rounds = rounds;
        this.random = new Random(seed);
        this.usualLedger = switch (ledger) {
            case "h2" -> LedgerPlace::h2;
            case "postgresql" -> LedgerPlace::postgresql;
            default -> throw new IllegalArgumentException("-Dcrash.ledger is h2 or postgresql, not " + ledger);
        };
        System.out.printf("Crash trials in %s, -Dcrash.seed=%d%n", folder, seed);
    }

    /**
     * @param arguments folder for everything that is made; which trials, a regular expression over start, failpoints, lines,
     *     broker, random, nodes, pauses, mistake, controls; where ledgers lie, h2 or postgresql, for those that could lie in
     *     either; kills at random; seed of what is at random, 0 for any; at which failpoints, a regular expression
     */
    public static void main(String[] arguments) throws IOException {
        Path made = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int rounds = Integer.parseInt(arguments[3]);
        long asked = Long.parseLong(arguments[4]);
        long seed = asked == 0 ? System.nanoTime() : asked;
        Crash crash = new Crash(
                Files.createTempDirectory(made, "run"), arguments[1], arguments[5], arguments[2], rounds, seed);
        System.exit(crash.run() ? 0 : 1);
    }

    private boolean run() {
        train();
        trials("start", "The gateway killed", usualLedger, site -> {}, this::firstStart);
        trials("failpoints", "The gateway killed at a failpoint", usualLedger, Site::start, this::failpoints);
        trials("lines", "In the middle of a transfer", usualLedger, Site::start, this::lines);
        trials("broker", "An external broker killed", usualLedger, Site::startWithExternalBroker, this::broker);
        trials("random", "Killed at random, under load", usualLedger, Site::start, this::atRandom);
        trials("nodes", "One of two gateways killed, under load", LedgerPlace::postgresql, Site::startTwo, this::nodes);
        trials("pauses", "One of two gateways paused", LedgerPlace::postgresql, Site::startTwo, this::pauses);
        trials("mistake", "Started by mistake", LedgerPlace::h2, Site::start, this::mistake);
        trials("controls", "Controls, which have to find something", usualLedger, Site::start, this::withoutRecords);
        trials(
                "controls",
                "The same, on a database that forgets",
                LedgerPlace::h2,
                Site::startForgetful,
                this::withoutDurability);
        return summary.close();
    }

    /** A gateway that does once what all others will do, and ends in peace: its classes are ready for them. */
    private void train() {
        at("training", usualLedger, Site::start, Site.PATIENCE, (site, desk) -> {
            desk.handIn(1);
            Set<Finding> findings = desk.settle();
            if (!findings.isEmpty()) {
                throw new IllegalStateException("Without any kill: " + findings);
            }
            site.endGateway();
        });
    }

    private void firstStart(Site site, Desk desk) {
        new FirstStartTrials(site, desk, random, summary::add).run();
    }

    private void failpoints(Site site, Desk desk) {
        new FailpointTrials(site, desk, summary::add).run(failpoints);
    }

    private void lines(Site site, Desk desk) {
        new LineTrials(site, desk, summary::add).run();
    }

    private void broker(Site site, Desk desk) {
        new BrokerTrials(site, desk, summary::add).run();
    }

    private void atRandom(Site site, Desk desk) {
        new RandomTrials(site, desk, random, summary::add).run(rounds);
    }

    private void nodes(Site site, Desk desk) {
        new NodeTrials(site, desk, random, summary::add).kill(rounds);
    }

    private void pauses(Site site, Desk desk) {
        new NodeTrials(site, desk, random, summary::add).pause();
    }

    private void mistake(Site site, Desk desk) {
        new MistakeTrials(site, desk, summary::add).run();
    }

    private void withoutRecords(Site site, Desk desk) {
        Controls controls = new Controls(site, desk, summary::control);
        controls.withoutStaged();
        controls.withoutDuplicateId();
    }

    private void withoutDurability(Site site, Desk desk) {
        new Controls(site, desk, summary::control).withoutDurability();
    }

    /** Trials of one kind, if they are wanted, at a site of their own. */
    private void trials(
            String kind,
            String title,
            Function<Path, LedgerPlace> ledger,
            Consumer<Site> begin,
            BiConsumer<Site, Desk> work) {
        if (kind.matches(wanted)) {
            summary.section(title);
            at(kind, ledger, begin, kind.equals("controls") ? SHORT_PATIENCE : Site.PATIENCE, work);
        }
    }

    private void at(
            String name,
            Function<Path, LedgerPlace> ledger,
            Consumer<Site> begin,
            Duration patience,
            BiConsumer<Site, Desk> work) {
        try {
            Path place = Files.createTempDirectory(folder, name);
            try (Site site = new Site(jvm, place, ledger.apply(place))) {
                begin.accept(site);
                work.accept(site, new Desk(site, patience));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
