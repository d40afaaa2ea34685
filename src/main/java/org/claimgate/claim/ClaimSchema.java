package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;

/** The JSON Schema of a kind of claim, for those who write claims: what its guide says of fields, and which must be there. */
public final class ClaimSchema {

    private static final String ABOUT =
            "A claim in the shape that Claimgate keeps; docs/claims.md names further shapes that are taken. 'required' has the fields"
                    + " that no such claim can be without, an empty text counting as none and an empty object as not there. What one field asks of"
                    + " another, and what a claim may leave to the partner's profile, is not among it, nor are lengths and codes of open lists:"
                    + " POST /api/claims?validate=only tells all of it.";

    private ClaimSchema() {}

    /** @param vocabulary {@code professional-claim} or {@code institutional-claim}; empty for any other */
    public static Optional<ObjectNode> of(Guides guides, String vocabulary) {
        return guides.all().stream()
                .filter(guide ->
                        Claims.areDocumentsOf(guide) && guide.vocabulary().equals(vocabulary))
                .findFirst()
                .map(ClaimSchema::of);
    }

    private static ObjectNode of(Guide guide) {
        ObjectNode schema = guide.schema();
        KnownFields fields = new KnownFields(schema);
        ProfileFields profile = ProfileFields.of(guide);
        guide.required().forEach((pattern, names) -> {
            ObjectNode object = (ObjectNode) fields.at(pattern);
            ArrayNode required = object.arrayNode();
            names.stream()
                    .filter(name -> !isFilledIn(Pointers.child(pattern, name), profile))
                    .forEach(required::add);
            if (!required.isEmpty()) {
                object.set("required", required);
            }
        });
        schema.withObject("/properties")
                .putObject(Replacing.FIELD)
                .put("type", "string")
                .put(
                        "description",
                        "The earlier claim in whose place this one comes: its id, or its patient control number.");
        return schema.put("description", ABOUT);
    }

    private static boolean isFilledIn(String field, ProfileFields profile) {
        return profile.has(field) || field.equals(ProfessionalForm.REPEATED);
    }
}
