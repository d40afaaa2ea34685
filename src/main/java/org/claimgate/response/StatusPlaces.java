package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which field of a claim a claim status code speaks of: a data table of the most frequent codes. */
final class StatusPlaces {

    private static final Map<String, List<String>> PLACES = load();

    private StatusPlaces() {}

    /**
     * @param claim the claim as it was sent; null where it is not known
     * @param line index of its service line that the status stands at; negative for the claim as a whole
     * @return JSON pointer; empty where the table does not know the code
     */
    static String pointer(String status, String entity, JsonNode claim, int line) {
        List<String> pointers = PLACES.getOrDefault(status + ":" + entity, PLACES.get(status + ":-"));
        if (pointers == null) {
            return "";
        }
        String first = at(pointers.get(0), line);
        for (String pointer : pointers) {
            String found = at(pointer, line);
            if (claim != null && !claim.at(found).isMissingNode()) {
                return found;
            }
        }
        return first;
    }

    /** A status of a line that is given for the whole claim leads to the lines. */
    private static String at(String pointer, int line) {
        if (!pointer.startsWith("{line}")) {
            return pointer;
        }
        String lines = "/claimInformation/serviceLines";
        return line < 0 ? lines : lines + "/" + line + pointer.substring("{line}".length());
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> places = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StatusPlaces.class.getResourceAsStream("claim-status-places.tsv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                String[] columns = line.split("\t");
                places.put(columns[0] + ":" + columns[1], List.of(columns[2].split(" ")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The table of claim status places cannot be read", e);
        }
        return Map.copyOf(places);
    }
}
