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
import java.util.function.BiFunction;
import org.claimgate.flow.Failpoint;

/** The program: all trials, their table, and a status that says whether anything was lost or came twice. */
public final class Crash {

    /** A control that loses something does not wait for it as long. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(40);

    private final Path folder;
    private final Jvm jvm;
    private final String wanted;
    private final int rounds;
    private final Random random;
    private final Summary summary = new Summary(System.out);

    private Crash(Path folder, String wanted, int rounds, long seed) {
        this.folder = folder;
        this.jvm = new Jvm(folder);
        this.wanted = wanted;
        this.rounds = rounds;
        this.random = new Random(seed);
        System.out.printf("Crash trials in %s, -Dcrash.seed=%d%n", folder, seed);
    }

    /**
     * @param arguments folder for everything that is made; which trials, a regular expression over start, failpoints, lines,
     *     broker, random, controls; kills at random; seed of what is at random, 0 for any
     */
    public static void main(String[] arguments) throws IOException {
        Path made = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int rounds = Integer.parseInt(arguments[2]);
        long asked = Long.parseLong(arguments[3]);
        long seed = asked == 0 ? System.nanoTime() : asked;
        Crash crash = new Crash(Files.createTempDirectory(made, "run"), arguments[1], rounds, seed);
        System.exit(crash.run() ? 0 : 1);
    }

    private boolean run() {
        train();
        trials("start", "The gateway killed", Site::unstarted, this::firstStart);
        trials("failpoints", "The gateway killed at a failpoint", Site::usual, this::failpoints);
        trials("lines", "In the middle of a transfer", Site::usual, this::lines);
        trials("broker", "An external broker killed", Site::withExternalBroker, this::broker);
        trials("random", "Killed at random, under load", Site::usual, this::atRandom);
        trials("controls", "Controls, which have to find something", Site::usual, this::withoutRecords);
        trials("controls", "The same, on a database that forgets", Site::forgetful, this::withoutDurability);
        return summary.close();
    }

    /** A gateway that does once what all others will do, and ends in peace: its classes are ready for them. */
    private void train() {
        at(Site::usual, "training", Site.PATIENCE, (site, desk) -> {
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
        new FailpointTrials(site, desk, summary::add).run(List.of(Failpoint.values()));
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

    private void withoutRecords(Site site, Desk desk) {
        Controls controls = new Controls(site, desk, summary::control);
        controls.withoutStaged();
        controls.withoutDuplicateId();
    }

    private void withoutDurability(Site site, Desk desk) {
        new Controls(site, desk, summary::control).withoutDurability();
    }

    /** Trials of one kind, if they are wanted, at a site of their own. */
    private void trials(String kind, String title, BiFunction<Jvm, Path, Site> made, BiConsumer<Site, Desk> work) {
        if (kind.matches(wanted)) {
            summary.section(title);
            at(made, kind, kind.equals("controls") ? SHORT_PATIENCE : Site.PATIENCE, work);
        }
    }

    private void at(BiFunction<Jvm, Path, Site> made, String name, Duration patience, BiConsumer<Site, Desk> work) {
        try (Site site = made.apply(jvm, Files.createTempDirectory(folder, name))) {
            work.accept(site, new Desk(site, patience));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
