package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.claim.edit.Edits;
import org.claimgate.claim.edit.Kind;
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

    private static final String INFORMATION = "/claimInformation";

    private final Map<String, Guide> guides;
    private final Map<String, SchemaCheck> schemas;
    /** What claimInformation cannot be without, by the vocabulary. */
    private final Map<String, Set<String>> essentials;

    private final Edits edits;

    /**
     * A claim that was judged.
     *
     * @param document the canonical form: what the guide's writer takes; {@code envelope.usageIndicator} is there when the
     *     claim named its own
     * @param vocabulary {@code professional-claim} or {@code institutional-claim}
     * @param issues everything that was found, ordered by place, pointers referring to the JSON as sent; codes {@code JSON:…},
     *     {@code IK403:…}, {@code IK304:…}, {@code EDIT:…}
     * @param pointers from the canonical form to the JSON as sent
     * @param namesAnother whether it names a claim that it replaces
     */
    public record Checked(
            ObjectNode document, String vocabulary, List<Issue> issues, Pointers pointers, boolean namesAnother) {

        /** No issue is an error. */
        public boolean accepted() {
            return issues.stream().noneMatch(Issue::isError);
        }
    }

    /** @param clock says which day it is */
    public Claims(Guides guides, Clock clock) {
        this.edits = new Edits(guides, clock);
        this.guides = Stream.of(CanonicalForm.PROFESSIONAL, CanonicalForm.INSTITUTIONAL)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), guides::forVocabulary));
        this.schemas = this.guides.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new SchemaCheck(entry.getValue())));
        this.essentials = this.guides.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().required().get(INFORMATION)));
    }

    /** Whether the documents of a guide are claims. */
    public static boolean areDocumentsOf(Guide guide) {
        return FUNCTIONAL_IDENTIFIER.equals(guide.functionalIdentifier());
    }

    /**
     * Brings a claim into canonical form and checks all of it. The argument is not changed. What Submission adds later
     * (submitter and receiver identification, batch reference and dates) may be absent.
     */
    public Checked check(ObjectNode claim) {
        return check(claim, document -> Destination.ANYBODY);
    }

    /** {@link #check(ObjectNode, Function, Replacing)} where no earlier claim is known. */
    public Checked check(ObjectNode claim, Function<ObjectNode, Destination> destination) {
        return check(claim, destination, Replacing.UNSEEN);
    }

    /** @param destination of a canonical claim */
    public Checked check(ObjectNode claim, Function<ObjectNode, Destination> destination, Replacing replacing) {
        CanonicalForm form = new CanonicalForm(claim);
        ObjectNode document = form.document();
        List<Issue> found = new ArrayList<>(schemas.get(form.vocabulary()).check(document));
        boolean namesAnother = !form.replaced().isEmpty();
        if (namesAnother) {
            found.addAll(replacing.fit(document, form.vocabulary(), form.replaced()));
        }
        Destination to = destination.apply(document);
        for (String part : PARTS) {
            if (!document.has(part)
                    && found.stream().noneMatch(issue -> issue.pointer().equals("/" + part))) {
                found.add(Issue.error("JSON:required", "expected an object", Place.NOWHERE, "/" + part, null));
            }
        }
        Guide guide = guides.get(form.vocabulary());
        ProfileFields fromProfile = ProfileFields.of(guide);
        List<Issue> fromGuide = to.writing().check(document, guide).stream()
                .filter(issue -> !fromProfile.maySupply(issue))
                .toList();
        addNew(found, fromGuide);
        addNew(found, missing(document, essentials.get(form.vocabulary())));
        addNew(found, edits.check(document, Kind.of(form.vocabulary()), to.edits()));
        List<Issue> issues = new ArrayList<>(form.issues());
        found.forEach(issue -> issues.add(issue.at(form.pointers().sent(issue.pointer()))));
        // A provider of the claim that stands in every line is one field of the sender's.
        List<Issue> different = issues.stream().distinct().toList();
        return new Checked(
                document, form.vocabulary(), PlaceOrder.sorted(different, claim), form.pointers(), namesAnother);
    }

    /** Where a claim has so little that the guide does not see its own loop, the guide does not miss the rest of that. */
    private static List<Issue> missing(ObjectNode document, Set<String> essentials) {
        JsonNode information = document.at(INFORMATION);
        return essentials.stream()
                .filter(name -> information.isObject() && !information.has(name))
                .map(name -> Issue.error(
                        "JSON:required", "expected a value", Place.NOWHERE, Pointers.child(INFORMATION, name), null))
                .toList();
    }

    /**
     * One mistake, one issue: what an earlier check said of a field, or of an object around it, stands; and where a field is
     * refused, nothing is doubted.
     */
    private static void addNew(List<Issue> found, List<Issue> more) {
        Set<String> wrong = found.stream()
                .filter(issue -> issue.isError() && !issue.pointer().isEmpty())
                .map(Issue::pointer)
                .collect(Collectors.toSet());
        List<Issue> added = more.stream()
                .filter(issue -> !Pointers.isInsideAny(issue.pointer(), wrong))
                .toList();
        found.addAll(added);
        Set<String> refused =
                added.stream().filter(Issue::isError).map(Issue::pointer).collect(Collectors.toSet());
        found.removeIf(issue -> !issue.isError() && refused.contains(issue.pointer()));
    }
}
