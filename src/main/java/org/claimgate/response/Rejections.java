package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimgate.guide.FieldPlaces;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.MappingException;
import org.claimgate.guide.Place;
import org.claimgate.guide.PrivacyRules;
import org.claimgate.response.ClaimStatus.Code;
import org.claimgate.response.StatusRow.Meant;
import org.claimgate.yaml.YamlObject;

/**
 * What a rejection means for a claim: the fields that it speaks of, its codes in words, and what to do. Its tables are
 * claim-status-fields.yaml and acknowledgment-fixes.yaml of mappings/codes/. Immutable and safe for concurrent use.
 */
public final class Rejections {

    /** GS01 of the guides of claims. */
    private static final String CLAIMS = "HC";

    private static final String STATUS = "STC:";

    /** Families of codes about segments and elements: without a field they say nothing that could be done. */
    private static final Set<String> OF_FIELDS = Set.of("IK304", "IK403");

    private final CodeWords words;
    private final Map<String, FieldPlaces> places;
    private final StatusFields statuses;
    private final Map<String, String> fixes;

    /**
     * @param mappings the folder of all mappings
     * @throws MappingException for a mistake in a table, with file and line
     */
    public static Rejections load(Path mappings, Guides guides) {
        PrivacyRules privacy = PrivacyRules.load(mappings);
        Map<String, FieldPlaces> places = guides.all().stream()
                .filter(guide -> guide.functionalIdentifier().equals(CLAIMS))
                .collect(Collectors.toUnmodifiableMap(Guide::vocabulary, guide -> guide.fields(privacy)));
        return new Rejections(mappings.resolve("codes"), new CodeWords(guides), places);
    }

    private Rejections(Path codes, CodeWords words, Map<String, FieldPlaces> places) {
        this.words = words;
        this.places = places;
        this.statuses = StatusFields.load(
                codes, words, pattern -> places.values().stream().anyMatch(place -> place.have(pattern)));
        this.fixes = fixes(codes.resolve("acknowledgment-fixes.yaml"));
    }

    private static Map<String, String> fixes(Path file) {
        Map<String, String> fixes = new TreeMap<>();
        YamlObject families = StatusFields.read(file);
        for (String family : families.keys()) {
            YamlObject codes = families.object(family);
            for (String code : codes.keys()) {
                if (!CodeTexts.known(family, code)) {
                    throw codes.mistake(code, "'" + code + "' is no code of " + family);
                }
                fixes.put(family + ":" + code, codes.text(code));
            }
        }
        return fixes;
    }

    StatusFields statuses() {
        return statuses;
    }

    CodeWords words() {
        return words;
    }

    /** What to do about a code of a TA1 or 999, by family and code. */
    Map<String, String> fixes() {
        return fixes;
    }

    /** What may be shown of the value of a field: nothing that could tell who a patient is. */
    public Optional<String> shown(SentClaim claim, String pointer) {
        JsonNode value = claim.document().at(pointer);
        FieldPlaces known = places.get(claim.vocabulary());
        return known != null && value.isTextual() ? known.shown(pointer, value.textValue()) : Optional.empty();
    }

    /** The fields that issues lead to, and what is known to do; or else the claim as a whole, where something is. */
    public List<Correction> of(List<Issue> issues) {
        List<Correction> corrections = new ArrayList<>();
        for (Issue issue : issues) {
            String fix = fixes.getOrDefault(issue.code(), "");
            boolean ofField = OF_FIELDS.contains(issue.code().split(":", 2)[0]);
            if (!issue.pointer().isEmpty() || (!fix.isEmpty() && !ofField)) {
                corrections.add(new Correction(issue.pointer(), List.of(issue.code()), issue.message(), fix));
            }
        }
        return corrections;
    }

    /** The field that makes another one wrong. */
    public Correction trigger(Issue issue, String pointer) {
        String fix =
                "What stands here makes the other field wrong, or makes it necessary: perhaps this is to be corrected.";
        return new Correction(pointer, List.of(issue.code()), issue.message(), fix);
    }

    /**
     * What a status complains of.
     *
     * @param loop in which it stands
     * @param claim null where none is known
     * @param line index of the service line that it is about; negative for the claim as a whole
     */
    Complaint complaint(ClaimStatus status, Issue.Severity severity, String loop, SentClaim claim, int line) {
        List<Correction> corrections = claim == null ? List.of() : of(status, claim, line);
        String pointer = corrections.isEmpty() ? "" : corrections.get(0).pointer();
        Place place = new Place("", "", "", 0, "STC", loop, 0, 0);
        String code = STATUS + status.codes().get(0);
        return new Complaint(new Issue(severity, code, words(status), place, pointer, null), corrections);
    }

    /** A status in words; its codes are one message. */
    private String words(ClaimStatus status) {
        return words.category(status.codes().get(0).category()) + ": "
                + status.codes().stream()
                        .map(code -> words.status(code.status(), code.entity()))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private List<Correction> of(ClaimStatus status, SentClaim claim, int line) {
        Map<String, Set<String>> fixesByField = new LinkedHashMap<>();
        Set<String> qualifying = new LinkedHashSet<>();
        for (Code code : status.codes()) {
            Optional<StatusRow> row = statuses.find(code.status(), entity(code, status));
            row.filter(found -> found.meant() == Meant.OTHER_CODES).ifPresent(found -> qualifying.add(found.fix()));
            row.filter(found -> found.meant() != Meant.OTHER_CODES)
                    .ifPresent(found -> fields(found, entity(code, status), claim, line)
                            .forEach(field -> fixesByField
                                    .computeIfAbsent(field, first -> new LinkedHashSet<>())
                                    .add(found.fix())));
        }
        if (fixesByField.isEmpty() && line >= 0) {
            fixesByField.put(SentClaim.line(line), new LinkedHashSet<>());
        }
        List<String> codes =
                status.codes().stream().map(code -> STATUS + code).distinct().toList();
        List<Correction> corrections = new ArrayList<>();
        fixesByField.forEach((field, fix) -> {
            fix.addAll(qualifying);
            corrections.add(new Correction(field, codes, words(status), String.join(" ", fix)));
        });
        return corrections;
    }

    /** An entity may stand in another code of the same status. */
    private static String entity(Code code, ClaimStatus status) {
        return code.entity().isEmpty()
                ? status.codes().stream()
                        .map(Code::entity)
                        .filter(entity -> !entity.isEmpty())
                        .findFirst()
                        .orElse("")
                : code.entity();
    }

    private List<String> fields(StatusRow row, String entity, SentClaim claim, int line) {
        if (row.meant() == Meant.CLAIM) {
            return List.of(line < 0 ? "" : SentClaim.line(line));
        }
        FieldPlaces known = places.get(claim.vocabulary());
        List<List<String>> patterns = statuses.patterns(row, entity).stream()
                .map(field -> field.stream()
                        .filter(pattern -> known == null || known.have(StatusFields.ofGuide(pattern)))
                        .toList())
                .toList();
        return new FieldFinder(claim, line).find(patterns);
    }
}
