package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;

/** Issues in the order in which their fields stand in the claim as it was sent; fields that are missing come last in their object. */
final class PlaceOrder {

    private static final int MISSING = Integer.MAX_VALUE;

    /** Of each object that was asked about, the place of its fields. */
    private final Map<JsonNode, Map<String, Integer>> indexes = new IdentityHashMap<>();

    private record Placed(int[] place, Issue issue) {}

    static List<Issue> sorted(List<Issue> issues, ObjectNode sent) {
        if (issues.size() < 2) {
            return List.copyOf(issues);
        }
        PlaceOrder order = new PlaceOrder();
        List<Placed> placed = new ArrayList<>();
        issues.forEach(issue -> placed.add(new Placed(order.place(issue.pointer(), sent), issue)));
        placed.sort(Comparator.comparing(Placed::place, Arrays::compare));
        return placed.stream().map(Placed::issue).toList();
    }

    private int[] place(String pointer, JsonNode sent) {
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

    private int index(JsonNode holder, String name) {
        if (holder.isArray()) {
            boolean number = name.length() < 10 && name.chars().allMatch(Character::isDigit) && !name.isEmpty();
            return number ? Integer.parseInt(name) : MISSING;
        }
        return indexes.computeIfAbsent(holder, PlaceOrder::indexes).getOrDefault(name, MISSING);
    }

    private static Map<String, Integer> indexes(JsonNode holder) {
        Map<String, Integer> indexes = new HashMap<>();
        holder.fieldNames().forEachRemaining(name -> indexes.put(name, indexes.size()));
        return indexes;
    }

    private PlaceOrder() {}
}
