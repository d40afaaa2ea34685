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
    private final Summary summary = new Summary(System.out);

    private Crash(Path folder, String wanted, int rounds) {
        this.folder = folder;
        this.jvm = new Jvm(folder);
        this.wanted = wanted;
        this.rounds = rounds;
    }

    /**
     * @param arguments folder for everything that is made; which trials, a regular expression over failpoints, lines, broker,
     *     random, controls; kills at random
     */
    public static void main(String[] arguments) throws IOException {
        Path made = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        System.exit(
                new Crash(Files.createTempDirectory(made, "run"), arguments[1], Integer.parseInt(arguments[2])).run()
                        ? 0
                        : 1);
    }

    private boolean run() {
        train();
        trials("failpoints", "The gateway killed at a failpoint", Site::usual, (site, desk) -> new FailpointTrials(
                        site, desk, summary::add)
                .run(List.of(Failpoint.values())));
        trials("lines", "In the middle of a transfer", Site::usual, (site, desk) -> new LineTrials(
                        site, desk, summary::add)
                .run());
        trials("broker", "An external broker killed", Site::withExternalBroker, (site, desk) -> new BrokerTrials(
                        site, desk, summary::add)
                .run());
        trials("random", "Killed at random, under load", Site::usual, this::atRandom);
        trials("controls", "Controls, which have to find something", Site::usual, (site, desk) -> new Controls(
                        site, desk, summary::control)
                .withoutRecords());
        trials("controls", "and without a durable ledger", Site::forgetful, (site, desk) -> new Controls(
                        site, desk, summary::control)
                .withoutDurability());
        return summary.close();
    }

    /** A gateway that does once what all others will do, and ends in peace: its classes are ready for them. */
    private void train() {
        at(Site::usual, "training", Site.PATIENCE, (site, desk) -> {
            desk.handIn(3);
            Set<Finding> findings = desk.settle();
            if (!findings.isEmpty()) {
                throw new IllegalStateException("Without any kill: " + findings);
            }
            site.endGateway();
        });
    }

    private void atRandom(Site site, Desk desk) {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash.seed=" + seed);
        new RandomTrials(site, desk, new Random(seed), summary::add).run(rounds);
    }

    /** Trials of one kind, at a site of their own. */
    private void trials(String kind, String title, BiFunction<Jvm, Path, Site> made, BiConsumer<Site, Desk> work) {
        if (!kind.matches(wanted)) {
            return;
        }
        summary.section(title);
        at(made, kind, kind.equals("controls") ? SHORT_PATIENCE : Site.PATIENCE, work);
    }

    private void at(BiFunction<Jvm, Path, Site> made, String name, Duration patience, BiConsumer<Site, Desk> work) {
        try (Site site = made.apply(jvm, Files.createTempDirectory(folder, name))) {
            work.accept(site.start(), new Desk(site, patience));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
