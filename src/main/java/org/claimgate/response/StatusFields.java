package org.claimgate.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.guide.MappingException;
import org.claimgate.response.StatusRow.Meant;
import org.claimgate.yaml.YamlObject;

/** The table mappings/codes/claim-status-fields.yaml: which fields of a claim a status speaks of, and what to do. */
final class StatusFields {

    private static final Pattern OR = Pattern.compile(" *\\| *");

    private final CodeWords words;
    /** Whether claims of any vocabulary can have a field of a pattern. */
    private final Predicate<String> known;

    private final Map<String, List<String>> parties = new LinkedHashMap<>();
    private final Map<String, StatusRow> rows = new LinkedHashMap<>();

    /**
     * @param known whether claims can have a field of a pattern
     * @throws MappingException for a mistake in the file, with its line
     */
    static StatusFields load(Path codes, CodeWords words, Predicate<String> known) {
        StatusFields table = new StatusFields(words, known);
        table.read(read(codes.resolve("claim-status-fields.yaml")));
        return table;
    }

    /** A file of mappings/codes/ that is no list of codes. */
    static YamlObject read(Path file) {
        try {
            YamlObject root = YamlObject.read(file, text -> text, MappingException::new);
            root.text("title");
            root.text("date");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private StatusFields(CodeWords words, Predicate<String> known) {
        this.words = words;
        this.known = known;
    }

    /** The objects of the claim that an entity code may name, as patterns. */
    Map<String, List<String>> parties() {
        return parties;
    }

    Collection<StatusRow> rows() {
        return rows.values();
    }

    Optional<StatusRow> find(String status, String entity) {
        return Optional.ofNullable(rows.getOrDefault(status + ":" + entity, rows.get(status)));
    }

    /** Of each field that a row speaks of, the patterns that may be it. */
    List<List<String>> patterns(StatusRow row, String entity) {
        List<List<String>> fields = new ArrayList<>(row.fields());
        List<String> objects = parties.getOrDefault(entity.isEmpty() ? row.usual() : entity, List.of());
        List<String> ofParty = objects.stream()
                .flatMap(object -> row.party().stream().map(name -> object + "/" + name))
                .filter(this::isKnown)
                .toList();
        if (!ofParty.isEmpty()) {
            fields.add(ofParty);
        }
        return fields;
    }

    static String ofGuide(String pattern) {
        return pattern.startsWith(FieldFinder.LINE)
                ? SentClaim.line(-1) + "/*" + pattern.substring(FieldFinder.LINE.length())
                : pattern;
    }

    private boolean isKnown(String pattern) {
        return known.test(ofGuide(pattern));
    }

    private void read(YamlObject root) {
        YamlObject named = root.object("parties");
        for (String entity : named.keys()) {
            require(words.knowEntity(entity), named, entity, "is no code of the list entity-identifier");
            List<String> objects = named.texts(entity);
            objects.forEach(
                    object -> require(isKnown(object), named, entity, "names " + object + ", which no claim has"));
            parties.put(entity, objects);
        }
        YamlObject statuses = root.object("statuses");
        for (String key : statuses.keys()) {
            rows.put(key, row(key, statuses));
        }
        root.finish();
    }

    private StatusRow row(String key, YamlObject statuses) {
        String[] codes = key.split(":", 2);
        String entity = codes.length > 1 ? codes[1] : "";
        require(words.knowStatus(codes[0]), statuses, key, "is no code of the list claim-status");
        require(
                entity.isEmpty() || words.knowEntity(entity),
                statuses,
                key,
                "is no code of the list entity-identifier");
        YamlObject row = statuses.object(key);
        List<List<String>> fields = row.texts("fields", List.of()).stream()
                .map(field -> List.of(OR.split(field)))
                .toList();
        List<String> party = List.of(OR.split(row.text("party", "")));
        party = party.equals(List.of("")) ? List.of() : party;
        String usual = row.text("usual", "");
        boolean others = row.oneOf("with", "", Set.of("", "other codes")).equals("other codes");
        StatusRow read = new StatusRow(
                codes[0],
                entity,
                others ? Meant.OTHER_CODES : fields.isEmpty() && party.isEmpty() ? Meant.CLAIM : Meant.FIELDS,
                fields,
                party,
                usual,
                row.text("fix"));
        row.finish();
        check(read, key, statuses);
        return read;
    }

    private void check(StatusRow row, String key, YamlObject at) {
        Set<String> unknown = new LinkedHashSet<>();
        row.fields()
                .forEach(field ->
                        field.stream().filter(pattern -> !isKnown(pattern)).forEach(unknown::add));
        row.party().stream().filter(name -> !isOfAnyParty(name, row.entity())).forEach(unknown::add);
        require(unknown.isEmpty(), at, key, "names " + String.join(", ", unknown) + ", which no claim has");
        require(
                row.usual().isEmpty() || parties.containsKey(row.usual()),
                at,
                key,
                "has as 'usual' an entity code that is not among the parties");
    }

    private boolean isOfAnyParty(String name, String entity) {
        Stream<List<String>> objects =
                entity.isEmpty() ? parties.values().stream() : Stream.of(parties.getOrDefault(entity, List.of()));
        return objects.flatMap(List::stream).anyMatch(object -> isKnown(object + "/" + name));
    }

    private static void require(boolean good, YamlObject at, String key, String mistake) {
        if (!good) {
            throw at.mistake(key, "'" + key + "' " + mistake);
        }
    }
}
