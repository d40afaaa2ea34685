package org.claimgate.crash;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.core.ConditionTimeoutException;
import org.claimgate.flow.Failpoint;

/** Two gateways on one ledger and one broker: one dies, or is paused and then goes on, and the other does its work. */
final class NodeTrials {

    /** A partner is to be served again after so long. */
    private static final Duration TAKE_OVER = Duration.ofMinutes(1);

    /** Kills after which the claims are let come home and are counted. */
    private static final int CHAPTER = 5;

    private static final int LATEST_MILLIS = 6_000;
    private static final int CLAIMS = 3;
    private static final int PARTNERS = 2;
    private static final int HAND_IN_MOST = 30;
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** As long as a node that was paused needs to find that it was. */
    private static final Duration AWAKENING = Duration.ofSeconds(8);

    /** Where a node that goes on after a pause could do what another has done meanwhile. */
    private static final List<Failpoint> PAUSES = List.of(
            Failpoint.DELIVERY_UPLOADING,
            Failpoint.DELIVERY_STAGED,
            Failpoint.DELIVERY_WRITTEN,
            Failpoint.PICKUP_DOWNLOADED,
            Failpoint.PICKUP_STORED,
            Failpoint.INTAKE_WRITTEN,
            Failpoint.SUBMISSION_WRITTEN,
            Failpoint.INTERPRETATION_WRITTEN,
            Failpoint.PUBLICATION_SENT,
            Failpoint.PUBLICATION_MARKED);

    private final Site site;
    private final Desk desk;
    private final Random random;
    private final Consumer<Outcome> report;

    NodeTrials(Site site, Desk desk, Random random, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.random = random;
        this.report = report;
    }

    /** One of two is killed at random and started again, under load. */
    void kill(int rounds) {
        for (int done = 0; done < rounds; done += CHAPTER) {
            killSome(done, Math.min(CHAPTER, rounds - done));
        }
    }

    private void killSome(int done, int rounds) {
        int before = desk.books().claims();
        Set<Finding> findings = new LinkedHashSet<>();
        Duration longest = Duration.ZERO;
        try (Load load = new Load(desk)) {
            for (int round = 0; round < rounds; round++) {
                boolean first = random.nextBoolean();
                Node victim = first ? site.gateway() : site.second();
                Node survivor = first ? site.second() : site.gateway();
                survivor.lives(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
                victim.kill();
                Duration taken = takeOver(survivor, findings);
                longest = taken.compareTo(longest) > 0 ? taken : longest;
                victim.launch();
                victim.awaitStarted();
            }
        }
        findings.addAll(desk.settle());
        report.accept(new Outcome(
                "one of two, kills %d to %d, taken over in %d s"
                        .formatted(done + 1, done + rounds, longest.toSeconds()),
                rounds,
                desk.books().claims() - before,
                findings));
    }

    /** A node stands still as a whole, at a moment, until another has done its work; then it goes on. */
    void pause() {
        for (Failpoint failpoint : PAUSES) {
            Set<Finding> findings = new LinkedHashSet<>();
            int before = desk.books().claims();
            Node victim = holder();
            Node survivor = victim == site.gateway() ? site.second() : site.gateway();
            victim.standStillAt(failpoint);
            handInUntilItStands(victim, failpoint);
            victim.pause();
            takeOver(survivor, findings);
            findings.addAll(desk.settle());
            victim.resume();
            victim.goOn();
            victim.lives(AWAKENING);
            desk.handIn(CLAIMS);
            findings.addAll(desk.settle());
            report.accept(new Outcome(
                    "paused at " + failpoint + ", and gone on", 0, desk.books().claims() - before, findings));
        }
    }

    /** The other node may take what is handed in. */
    private void handInUntilItStands(Node victim, Failpoint failpoint) {
        for (int tries = 0; !victim.standsStillAt(failpoint, LOOK); tries++) {
            if (tries == HAND_IN_MOST) {
                throw new IllegalStateException(victim.name() + " never came to " + failpoint);
            }
            desk.handIn(CLAIMS);
        }
    }

    /** The node that holds the partners: the first that is free takes all. */
    private Node holder() {
        await().atMost(TAKE_OVER).until(() -> holds(site.gateway()) || holds(site.second()));
        return holds(site.gateway()) ? site.gateway() : site.second();
    }

    /** Waits until a node holds all partners, and answers how long that was; too long is a loss. */
    private Duration takeOver(Node survivor, Set<Finding> findings) {
        long begun = System.nanoTime();
        try {
            await().atMost(TAKE_OVER).pollDelay(Duration.ZERO).until(() -> holds(survivor));
        } catch (ConditionTimeoutException e) {
            findings.add(Finding.lost("a partner was not taken over in " + TAKE_OVER.toSeconds() + " s"));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean holds(Node node) {
        Map<String, String> holders = site.ledger().holders();
        return holders.size() == PARTNERS && holders.values().stream().allMatch(node::is);
    }
}
