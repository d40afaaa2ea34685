package org.claimgate.crash;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The table of all trials, a line as each ends, and what they come to. Safe for concurrent use. */
final class Summary {

    private static final int MOST_FINDINGS = 10;
    private static final String LINE = "%-52s %6s %7s %6s %11s %8s%n";

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Outcome> controls = new ArrayList<>();

    Summary(PrintStream out) {
        this.out = out;
    }

    synchronized void head() {
        out.printf("%n" + LINE, "The gateway", "kills", "claims", "lost", "duplicated", "after");
    }

    synchronized void add(Outcome outcome) {
        outcomes.add(outcome);
        print(outcome);
    }

    /** A trial that has to find something, and that does not count with the others. */
    synchronized void control(Outcome outcome) {
        controls.add(outcome);
        print(outcome);
    }

    /** Prints the last line; whether nothing was found but by the controls, and by each of them. */
    synchronized boolean close() {
        controls.stream()
                .filter(control -> control.findings().isEmpty())
                .forEach(control -> out.printf("%nThe harness is blind: it found nothing in %s%n", control.name()));
        total();
        return outcomes.stream().allMatch(outcome -> outcome.findings().isEmpty())
                && controls.stream().noneMatch(control -> control.findings().isEmpty());
    }

    private void total() {
        out.printf("%nAll trials took %s%n", elapsed());
        out.printf(
                "%d kills, %d claims, %d lost, %d duplicated%n",
                outcomes.stream().mapToInt(Outcome::kills).sum(),
                outcomes.stream().mapToInt(Outcome::claims).sum(),
                outcomes.stream().mapToLong(Outcome::lost).sum(),
                outcomes.stream().mapToLong(Outcome::duplicated).sum());
        out.flush();
    }

    private void print(Outcome outcome) {
        out.printf(
                LINE,
                outcome.name(),
                outcome.kills(),
                outcome.claims(),
                outcome.lost(),
                outcome.duplicated(),
                elapsed());
        outcome.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> out.printf("    %s %s%n", finding.kind(), finding.what()));
        out.flush();
    }

    private String elapsed() {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
