package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.claimgate.guide.Issue;

/** Issues in the order in which their fields stand in the claim as it was sent; fields that are missing come last in their object. */
final class PlaceOrder {

    private static final int MISSING = Integer.MAX_VALUE;

    private record Placed(int[] place, Issue issue) {}

    static List<Issue> sorted(List<Issue> issues, ObjectNode sent) {
        if (issues.size() < 2) {
            return List.copyOf(issues);
        }
        List<Placed> placed = new ArrayList<>();
        issues.forEach(issue -> placed.add(new Placed(place(issue.pointer(), sent), issue)));
        placed.sort(Comparator.comparing(Placed::place, Arrays::compare));
        return placed.stream().map(Placed::issue).toList();
    }

    private static int[] place(String pointer, JsonNode sent) {
        if (pointer.isEmpty()) {
            return new int[0];
        }
        String[] names = pointer.substring(1).split("/", -1);
        int[] place = new int[names.length];
        JsonNode node = sent;
        for (int i = 0; i < names.length; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            place[i] = index(node, name);
            if (place[i] == MISSING) {
                return Arrays.copyOf(place, i + 1);
            }
            node = node.isArray() ? node.path(place[i]) : node.path(name);
        }
        return place;
    }

    private static int index(JsonNode holder, String name) {
        if (holder.isArray()) {
            boolean number = name.length() < 10 && name.chars().allMatch(Character::isDigit) && !name.isEmpty();
            return number ? Integer.parseInt(name) : MISSING;
        }
        int index = 0;
        for (Iterator<String> names = holder.fieldNames(); names.hasNext(); index++) {
            if (names.next().equals(name)) {
                return index;
            }
        }
        return MISSING;
    }

    private PlaceOrder() {}
}
