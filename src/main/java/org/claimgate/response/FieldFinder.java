package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds fields of a claim by patterns of their JSON pointers: {@code {line}} is a service line, {@code *} any item of an array. */
final class FieldFinder {

    static final String LINE = "{line}";

    private static final String ANY = "/*";

    /** Of a claim with very many lines, the first fields have to do. */
    private static final int MOST = 50;

    private final SentClaim claim;
    private final int line;

    /** @param line index of the service line that is meant; negative for the claim as a whole */
    FieldFinder(SentClaim claim, int line) {
        this.claim = claim;
        this.line = line;
    }

    /**
     * Of each of several fields, what the first pattern leads to of which the claim has any; or else the first of which it has what is
     * around; or else the first. A field of an array that the claim has not is not meant where another field is. What is said of a
     * line is looked for in the line first, what is said of the claim outside of its lines.
     */
    List<String> find(List<List<String>> fields) {
        Set<String> there = new LinkedHashSet<>();
        Set<String> absent = new LinkedHashSet<>();
        for (List<String> patterns : fields) {
            List<String> ordered = patterns.stream()
                    .sorted(Comparator.comparing(pattern -> pattern.startsWith(LINE) == line < 0))
                    .toList();
            List<List<String>> candidates = ordered.stream().map(this::pointers).toList();
            List<String> found = first(candidates, claim::has);
            found = found.isEmpty() ? first(candidates, this::isAround) : found;
            if (!found.isEmpty()) {
                there.addAll(found);
            } else if (!ordered.isEmpty()) {
                (ordered.get(0).contains(ANY) ? absent : there).addAll(candidates.get(0));
            }
        }
        return List.copyOf(there.isEmpty() ? absent : there);
    }

    private boolean isAround(String pointer) {
        int end = pointer.lastIndexOf('/');
        return end > 0 && claim.has(pointer.substring(0, end));
    }

    private static List<String> first(List<List<String>> candidates, Predicate<String> there) {
        return candidates.stream()
                .map(pointers -> pointers.stream().filter(there).toList())
                .filter(pointers -> !pointers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** All fields of a pattern, whether the claim has them or not. */
    private List<String> pointers(String pattern) {
        if (!pattern.startsWith(LINE)) {
            return items(pattern);
        }
        String rest = pattern.substring(LINE.length());
        if (line >= 0) {
            return items(SentClaim.line(line) + rest);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < claim.lines().size() && found.size() < MOST; i++) {
            found.addAll(items(SentClaim.line(i) + rest));
        }
        return found.isEmpty() ? List.of(SentClaim.line(-1)) : found;
    }

    private List<String> items(String pattern) {
        int any = pattern.indexOf(ANY);
        if (any < 0) {
            return List.of(pattern);
        }
        JsonNode array = claim.document().at(pattern.substring(0, any));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(1, array.size()) && found.size() < MOST; i++) {
            found.addAll(items(pattern.substring(0, any) + "/" + i + pattern.substring(any + ANY.length())));
        }
        return found;
    }
}
