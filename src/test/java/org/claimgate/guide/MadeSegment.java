package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A segment being made up: values by element, repetition and component. */
final class MadeSegment {

    private final String id;
    private final TreeMap<Integer, List<TreeMap<Integer, String>>> elements = new TreeMap<>();

    MadeSegment(String id) {
        this.id = id;
    }

    void put(Cell cell, String value) {
        put(cell, 0, value);
    }

    /** @param repetition from 0 */
    void put(Cell cell, int repetition, String value) {
        List<TreeMap<Integer, String>> repetitions =
                elements.computeIfAbsent(cell.element(), element -> new ArrayList<>());
        while (repetitions.size() <= repetition) {
            repetitions.add(new TreeMap<>());
        }
        repetitions.get(repetition).put(cell.part(), value);
    }

    /** The first repetition of a value; empty for none. */
    String get(Cell cell) {
        return elements.containsKey(cell.element())
                ? elements.get(cell.element()).get(0).getOrDefault(cell.part(), "")
                : "";
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Whether nothing that the segment's syntax notes say is broken. */
    boolean keeps(SyntaxNote[] notes) {
        long present =
                elements.keySet().stream().mapToLong(element -> 1L << element).reduce(0, (a, b) -> a | b);
        for (SyntaxNote note : notes) {
            if (note.judge(present) != null) {
                return false;
            }
        }
        return true;
    }

    /** In the usual separators, without a terminator and without empty ends. */
    String text() {
        StringBuilder text = new StringBuilder(id);
        int written = 0;
        for (Map.Entry<Integer, List<TreeMap<Integer, String>>> element : elements.entrySet()) {
            text.append("*".repeat(element.getKey() - written)).append(repetitions(element.getValue()));
            written = element.getKey();
        }
        return text.toString();
    }

    private static String repetitions(List<TreeMap<Integer, String>> repetitions) {
        return String.join(
                "^", repetitions.stream().map(MadeSegment::components).toList());
    }

    private static String components(TreeMap<Integer, String> components) {
        StringBuilder text = new StringBuilder();
        int written = 1;
        for (Map.Entry<Integer, String> component : components.entrySet()) {
            text.append(":".repeat(component.getKey() - written)).append(component.getValue());
            written = component.getKey();
        }
        return text.toString();
    }
}
