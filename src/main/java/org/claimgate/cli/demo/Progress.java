package org.claimgate.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows how far every claim is: a table that is redrawn on a terminal, a line for every change elsewhere. */
final class Progress {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private final Map<String, String> shown = new LinkedHashMap<>();

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(Duration elapsed, List<Track> tracks) {
        boolean first = shown.isEmpty();
        boolean changed = false;
        for (Track track : tracks) {
            String now = track.path() + (track.isDone() ? "  ok" : "");
            if (!now.equals(shown.put(track.sample().name(), now))) {
                changed = true;
                if (!terminal) {
                    out.printf(
                            "%6.1f s  %-36s %s%n",
                            seconds(elapsed), track.sample().name(), now);
                }
            }
        }
        if (terminal && changed) {
            redraw(first);
        }
        out.flush();
    }

    private void redraw(boolean first) {
        if (!first) {
            out.printf(UP, shown.size());
        }
        shown.forEach((name, now) -> out.printf("%s  %-36s %s%n", CLEAR_LINE, name, now));
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toMillis() / 1000.0;
    }
}
