package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** Judges claims. Immutable and safe for concurrent use. */
public final class Claims {

    /** GS01 and AK101 of a functional group of claims. */
    public static final String FUNCTIONAL_IDENTIFIER = "HC";

    /** What a claim cannot do without; a claim that lacks one of them may not look like a record to the guide. */
    private static final List<String> PARTS = List.of("submitter", "billing", "subscriber", "claimInformation");

    private final Map<String, Guide> guides;
    private final Map<String, SchemaCheck> schemas;
    private final List<Edit> edits = ClaimEdits.all();

    /**
     * A claim that was judged.
     *
     * @param document the canonical form: what the guide's writer takes; {@code envelope.usageIndicator} is there when the
     *     claim named its own
     * @param vocabulary {@code professional-claim} or {@code institutional-claim}
     * @param issues everything that was found, pointers referring to the JSON as sent; codes {@code JSON:…}, {@code IK403:…},
     *     {@code IK304:…}, {@code EDIT:…}
     * @param pointers from the canonical form to the JSON as sent
     */
    public record Checked(ObjectNode document, String vocabulary, List<Issue> issues, Pointers pointers) {

        /** No issue is an error. */
        public boolean accepted() {
            return issues.stream().noneMatch(Issue::isError);
        }
    }

    public Claims(Guides guides) {
        this.guides = Stream.of(CanonicalForm.PROFESSIONAL, CanonicalForm.INSTITUTIONAL)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), guides::forVocabulary));
        this.schemas = this.guides.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new SchemaCheck(entry.getValue())));
    }

    /** Whether the documents of a guide are claims. */
    public static boolean areDocumentsOf(Guide guide) {
        return FUNCTIONAL_IDENTIFIER.equals(guide.functionalIdentifier());
    }

    /** What the edits say of a claim that came as X12, beyond what its guide says. */
    public static List<Issue> checkReceived(ObjectNode document) {
        return ClaimEdits.ofReceived().stream()
                .flatMap(edit -> edit.check(document).stream())
                .toList();
    }

    /**
     * Brings a claim into canonical form and checks all of it. The argument is not changed. What Submission adds later
     * (submitter and receiver identification, batch reference and dates) may be absent.
     */
    public Checked check(ObjectNode claim) {
        return check(claim, (document, guide) -> guide.check(document));
    }

    /** @param byGuide checks the canonical form of the claim by its guide, as whoever will get it wants it written */
    public Checked check(ObjectNode claim, BiFunction<ObjectNode, Guide, List<Issue>> byGuide) {
        CanonicalForm form = new CanonicalForm(claim);
        ObjectNode document = form.document();
        List<Issue> found = new ArrayList<>(schemas.get(form.vocabulary()).check(document));
        for (String part : PARTS) {
            if (!document.has(part)
                    && found.stream().noneMatch(issue -> issue.pointer().equals("/" + part))) {
                found.add(Issue.error("JSON:required", "expected an object", Place.NOWHERE, "/" + part, null));
            }
        }
        Guide guide = guides.get(form.vocabulary());
        ProfileFields fromProfile = ProfileFields.of(guide);
        List<Issue> fromGuide = byGuide.apply(document, guide).stream()
                .filter(issue -> !fromProfile.maySupply(issue))
                .toList();
        addNew(found, fromGuide);
        List<Issue> fromEdits = new ArrayList<>();
        edits.forEach(edit -> fromEdits.addAll(edit.check(document)));
        addNew(found, fromEdits);
        List<Issue> issues = new ArrayList<>(form.issues());
        found.forEach(issue -> issues.add(asSent(issue, form.pointers())));
        return new Checked(document, form.vocabulary(), List.copyOf(issues), form.pointers());
    }

    /** One mistake, one issue: what an earlier check said of a field, or of an object around it, stands. */
    private static void addNew(List<Issue> found, List<Issue> more) {
        List<Issue> known = List.copyOf(found);
        for (Issue issue : more) {
            boolean said = known.stream()
                    .filter(Issue::isError)
                    .anyMatch(earlier ->
                            !earlier.pointer().isEmpty() && Pointers.isInside(issue.pointer(), earlier.pointer()));
            if (!said) {
                found.add(issue);
            }
        }
    }

    private static Issue asSent(Issue issue, Pointers pointers) {
        return new Issue(
                issue.severity(),
                issue.code(),
                issue.message(),
                issue.place(),
                pointers.sent(issue.pointer()),
                issue.value());
    }
}
