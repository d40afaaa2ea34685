package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.claimgate.claim.ClaimReader;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * One question of a body, {@code {"claimId": "…"}}, as it was read.
 *
 * @param ordinal place in the body, from 1
 * @param claimId empty where none can be read
 * @param issues why it cannot be asked; empty for a good one
 */
record Question(int ordinal, String claimId, boolean readable, List<Issue> issues) {

    private static final String FIELD = "claimId";
    private static final Pattern POSSIBLE = Pattern.compile("[0-9A-Za-z-]{1,40}");

    /** The questions of a body: one object, an array of objects, or JSON lines. */
    static List<Question> of(byte[] body) {
        return ClaimReader.read(body).stream().map(Question::of).toList();
    }

    private static Question of(ClaimReader.Item item) {
        if (item.json() == null) {
            return new Question(item.ordinal(), "", false, List.of(item.issue()));
        }
        List<Issue> issues = new ArrayList<>();
        for (Iterator<String> names = item.json().fieldNames(); names.hasNext(); ) {
            if (!names.next().equals(FIELD)) {
                issues.add(Issue.error("JSON:unknown", "expected no field but claimId", Place.NOWHERE, "", null));
            }
        }
        String id = id(item.json());
        if (id.isEmpty()) {
            issues.add(Issue.error("JSON:required", "expected the id of a claim", Place.NOWHERE, "/" + FIELD, null));
        }
        return new Question(item.ordinal(), id, true, issues);
    }

    /** What cannot be an id of ours never reaches the ledger. */
    private static String id(ObjectNode json) {
        JsonNode id = json.path(FIELD);
        return id.isTextual() && POSSIBLE.matcher(id.asText()).matches() ? id.asText() : "";
    }

    boolean isGood() {
        return issues.isEmpty();
    }
}
