package org.claimgate.claim;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimgate.claim.edit.Kind;
import org.claimgate.guide.Guides;

/** The fields that canonical claims can have, by their guides. Immutable. */
public final class ClaimFields {

    private final Map<Kind, KnownFields> byKind = new EnumMap<>(Kind.class);

    public ClaimFields(Guides guides) {
        for (Kind kind : Kind.values()) {
            byKind.put(
                    kind,
                    new KnownFields(guides.forVocabulary(kind.vocabulary()).schema()));
        }
    }

    /**
     * What is wrong with a pattern of fields, in words that go on from it; empty for one that some claim can have.
     *
     * @param pattern JSON pointer with {@code *} for every item of an array
     * @param kind of claims; null for any
     */
    public Optional<String> mistake(String pattern, Kind kind) {
        List<KnownFields> claims = kind == null ? List.copyOf(byKind.values()) : List.of(byKind.get(kind));
        String around = pattern;
        String name = "";
        while (!around.isEmpty() && !isIn(claims, around)) {
            name = Pointers.name(around);
            around = Pointers.parent(around);
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String whose = kind == null ? "claim" : kind.name().toLowerCase(Locale.ROOT) + " claim";
        return Optional.of("which no " + whose + " has" + hint(claims, around, name));
    }

    private static boolean isIn(List<KnownFields> claims, String pattern) {
        return claims.stream().anyMatch(known -> !known.at(pattern).isMissingNode());
    }

    private static String hint(List<KnownFields> claims, String around, String name) {
        if (isIn(claims, around + "/*")) {
            return "; " + around + " is a list, and * stands for each of its items";
        }
        return claims.stream()
                .flatMap(known -> known.nearest(around, name).stream())
                .findFirst()
                .map(nearest -> "; the nearest known name is " + nearest)
                .orElse("");
    }
}
