package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimgate.flow.Failpoint;
import org.claimgate.ledger.PowerCutDisk;

/** The program: all trials, their table, and a status that says whether anything was lost or came twice. */
public final class Crash {

    /** A control that loses something does not wait for it as long. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(30);

    /** Of what was written and not forced, where some of it is on the disk. */
    private static final int HALF = 50;

    /** So that many kills at random are spread over gateways that die side by side. */
    private static final int ROUNDS_OF_A_SITE = 50;

    /** Where something was promised before, so that a power cut may show what a kill does not. */
    private static final Set<Failpoint> BEHIND_A_PROMISE = EnumSet.of(
            Failpoint.INTAKE_COMMITTED,
            Failpoint.INTAKE_ANSWERED,
            Failpoint.INQUIRY_COMMITTED,
            Failpoint.SUBMISSION_COMMITTED,
            Failpoint.DELIVERY_UPLOADED,
            Failpoint.DELIVERY_STAGED,
            Failpoint.DELIVERY_RENAMED,
            Failpoint.DELIVERY_VISIBLE,
            Failpoint.PICKUP_STORED,
            Failpoint.PICKUP_DISPOSED,
            Failpoint.POSTING_COMMITTED,
            Failpoint.POSTING_VISIBLE,
            Failpoint.ACTS_COMMITTED,
            Failpoint.PUBLICATION_SENT,
            Failpoint.RETENTION_COMMITTED);

    private final Path folder;
    private final Jvm jvm;
    private final String wanted;
    private final List<Failpoint> failpoints;
    private final int rounds;
    private final int abreast;
    private final long seed;
    private final Function<Path, LedgerPlace> usualLedger;
    private final List<Runnable> trials = new ArrayList<>();
    private final Summary summary = new Summary(System.out);

    private Crash(Path folder, String wanted, String failpoints, String ledger, int rounds, int abreast, long seed) {
        this.folder = folder;
        this.jvm = new Jvm(folder);
        this.wanted = wanted;
        this.failpoints = Stream.of(Failpoint.values())
                .filter(failpoint -> failpoint.name().matches(failpoints))
                .toList();
        this.rounds = rounds;
        this.abreast = abreast;
        this.seed = seed;
        this.usualLedger = switch (ledger) {
            case "h2" -> LedgerPlace::h2;
            case "postgresql" -> LedgerPlace::postgresql;
            default -> throw new IllegalArgumentException("-Dcrash.ledger is h2 or postgresql, not " + ledger);
        };
        System.out.printf("Crash trials in %s, -Dcrash.seed=%d%n", folder, seed);
    }

    /**
     * @param arguments folder for everything that is made; which trials, a regular expression over start, failpoints, powercut, lines,
     *     broker, random, nodes, pauses, mistake, disk, folders, clock, controls; where ledgers lie, h2 or postgresql, for those that could lie
     *     in either; kills at random; seed of what is at random, 0 for any; at which failpoints, a regular expression; how many
     *     trials at a time
     */
    public static void main(String[] arguments) throws IOException {
        Path made = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int rounds = Integer.parseInt(arguments[3]);
        long asked = Long.parseLong(arguments[4]);
        long seed = asked == 0 ? System.nanoTime() : asked;
        int abreast = Integer.parseInt(arguments[6]);
        Crash crash = new Crash(
                Files.createTempDirectory(made, "run"),
                arguments[1],
                arguments[5],
                arguments[2],
                rounds,
                abreast,
                seed);
        System.exit(crash.run() ? 0 : 1);
    }

    /** Those that take long and mostly wait go side by side with those that keep the processor busy. */
    private boolean run() {
        train();
        summary.head();
        trials("pauses", LedgerPlace::postgresql, Site::startTwo, (site, desk) -> new NodeTrials(
                        site, desk, random("pauses"), summary::add)
                .pause());
        trials("failpoints", usualLedger, Site::start, (site, desk) -> new FailpointTrials(
                        "killed", site, desk, summary::add)
                .run(failpoints));
        trials("nodes", LedgerPlace::postgresql, Site::startTwo, (site, desk) -> new NodeTrials(
                        site, desk, random("nodes"), summary::add)
                .kill(rounds));
        trials("powercut", place -> LedgerPlace.unforced(place, 0), Site::start, (site, desk) -> new FailpointTrials(
                        "power cut", site, desk, summary::add)
                .run(failpoints.stream().filter(BEHIND_A_PROMISE::contains).toList()));
        trials("powercut", place -> LedgerPlace.unforced(place, HALF), Site::start, (site, desk) -> new RandomTrials(
                        "power cut, half survives", site, desk, random("powercut"), summary::add)
                .run(0, rounds));
        trials("lines", usualLedger, Site::start, (site, desk) -> new LineTrials(site, desk, summary::add).run());
        for (int done = 0; done < rounds; done += ROUNDS_OF_A_SITE) {
            int first = done;
            trials("random", usualLedger, Site::start, (site, desk) -> new RandomTrials(
                            "killed", site, desk, random("random" + first), summary::add)
                    .run(first, Math.min(rounds, first + ROUNDS_OF_A_SITE)));
        }
        trials("broker", usualLedger, Site::startWithExternalBroker, (site, desk) -> new BrokerTrials(
                        site, desk, summary::add)
                .run());
        trials("start", usualLedger, site -> {}, (site, desk) -> new FirstStartTrials(
                        site, desk, random("start"), summary::add)
                .run());
        trials("disk", LedgerPlace::h2, Site::startWithExternalBroker, (site, desk) -> new DiskTrials(
                        site, desk, summary::add)
                .run());
        trials("folders", usualLedger, Site::start, (site, desk) -> new FolderTrials(site, desk, summary::add).run());
        trials("clock", usualLedger, Site::start, (site, desk) -> new ClockTrials(site, desk, summary::add).run());
        trials("mistake", LedgerPlace::h2, Site::start, (site, desk) -> new MistakeTrials(site, desk, summary::add)
                .run());
        trials("controls", usualLedger, Site::start, (site, desk) -> {
            Controls controls = new Controls(site, desk, summary::control);
            controls.withoutStaged();
            controls.withoutDuplicateId();
        });
        trials(
                "controls",
                place -> LedgerPlace.forgetful(place, PowerCutDisk.Forcing.LATER),
                Site::start,
                (site, desk) -> new Controls(site, desk, summary::control).withoutDurability());
        trials(
                "controls",
                place -> LedgerPlace.forgetful(place, PowerCutDisk.Forcing.NEVER),
                Site::start,
                (site, desk) -> new Controls(site, desk, summary::control).withoutForce());
        runAbreast();
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

    private Random random(String kind) {
        return new Random(seed + kind.hashCode());
    }

    /** Trials of one kind, if they are wanted, at a site of their own. */
    private void trials(
            String kind, Function<Path, LedgerPlace> ledger, Consumer<Site> begin, BiConsumer<Site, Desk> work) {
        if (kind.matches(wanted)) {
            Duration patience = kind.equals("controls") ? SHORT_PATIENCE : Site.PATIENCE;
            trials.add(() -> at(kind, ledger, begin, patience, work));
        }
    }

    /** The first that cannot be done ends all. */
    private void runAbreast() {
        ExecutorService threads = Executors.newFixedThreadPool(abreast);
        CompletableFuture.allOf(trials.stream()
                        .map(trial -> CompletableFuture.runAsync(trial, threads).whenComplete((done, failure) -> {
                            if (failure != null) {
                                failure.printStackTrace();
                                System.exit(1);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();
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
