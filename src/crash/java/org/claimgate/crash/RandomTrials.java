package org.claimgate.crash;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/** Kills at any moment, while claims are handed in without a pause. */
final class RandomTrials {

    /** Kills after which the claims are let come home and are counted. */
    private static final int CHAPTER = 10;

    /** Kills come until so long after the gateway has begun to run, or has been launched. */
    private static final int LATEST_MILLIS = 6_000;

    private static final int DURING_STARTS_OF_TEN = 2;
    private static final int CLEARINGHOUSES_OF_TEN = 2;

    private final String end;
    private final Site site;
    private final Desk desk;
    private final Random random;
    private final Consumer<Outcome> report;

    /** @param end how a gateway ends, for the table */
    RandomTrials(String end, Site site, Desk desk, Random random, Consumer<Outcome> report) {
        this.end = end;
        this.site = site;
        this.desk = desk;
        this.random = random;
        this.report = report;
    }

    /**
     * With both processes running; so they are afterwards.
     *
     * @param from rounds that were made elsewhere
     * @param to how many there are then
     */
    void run(int from, int to) {
        for (int done = from; done < to; done += CHAPTER) {
            chapter(done, Math.min(CHAPTER, to - done));
        }
    }

    private void chapter(int done, int rounds) {
        int before = desk.books().claims();
        try (Load load = new Load(desk)) {
            for (int round = 0; round < rounds; round++) {
                if (random.nextInt(10) >= DURING_STARTS_OF_TEN) {
                    site.awaitGateway();
                }
                site.letGatewayBe(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
                if (random.nextInt(10) < CLEARINGHOUSES_OF_TEN) {
                    site.killClearinghouse();
                    site.startClearinghouse();
                } else {
                    site.killGateway();
                    site.launchGateway();
                }
            }
            site.awaitGateway();
        }
        report.accept(new Outcome(
                "%s at random under load, %d to %d".formatted(end, done + 1, done + rounds),
                rounds,
                desk.books().claims() - before,
                desk.settle()));
    }
}
