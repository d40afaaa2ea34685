package org.claimgate.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The measurements as a page for people: a table for each file, with the ratios that the goals speak of. */
final class Table {

    /** What the others are held against, with the words of its column. */
    private static final Map<String, String> RULERS =
            new TreeMap<>(Map.of("bareScan", "of bareScan", "ediReaderSax", "x EDIReader", "staediEvents", "x StAEDI"));

    private final Map<String, Measured> measured;

    Table(Collection<Measured> measured) {
        this.measured = measured.stream()
                .collect(Collectors.toMap(Measured::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String set : List.of("835", "837P")) {
            List<Measured> rows = measured.values().stream()
                    .filter(row -> row.name().startsWith(set + " "))
                    .toList();
            if (!rows.isEmpty()) {
                text.append(String.format("%n| %s | MB/s | MB a processor second |", set));
                RULERS.values().forEach(words -> text.append(' ').append(words).append(" |"));
                text.append(String.format(" allocated a document |%n|---|--:|--:|--:|--:|--:|--:|%n"));
                rows.forEach(row -> append(text, set, row));
                appendCores(text, set);
                appendSmooks(text, set);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, String set, Measured row) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f |",
                row.name().substring(set.length() + 1),
                row.speed(),
                row.processorSpeed()));
        for (String ruler : RULERS.keySet()) {
            Measured limit = measured.get(set + " " + ruler);
            text.append(limit == null ? " |" : ratio(row.processorSpeed() / limit.processorSpeed()));
        }
        text.append(row.allocation() == 0 ? " |" : String.format(Locale.ROOT, " %.1f kB |", row.allocation() / 1e3));
        text.append(String.format("%n"));
    }

    /** By the clock: the processor's time does not get less. */
    private void appendCores(StringBuilder text, String set) {
        Measured one = measured.get(set + " toJson");
        Measured two = measured.get(set + " toJsonOnTwoCores");
        if (one != null && two != null) {
            double gain = two.speed() / one.speed();
            text.append(String.format(Locale.ROOT, "%n%s: two cores, by the clock, %.2f x one core%n", set, gain));
        }
    }

    private void appendSmooks(StringBuilder text, String set) {
        Measured json = measured.get(set + " toJson");
        Measured smooks = measured.get(set + " paymentsSmooks");
        if (json != null && smooks != null) {
            double ratio = json.processorSpeed() / smooks.processorSpeed();
            text.append(String.format(Locale.ROOT, "%n%s: toJson, a processor second, %.0f x Smooks%n", set, ratio));
        }
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 10 ? " %.2f |" : " %.1f |", value);
    }
}
