package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.claimgate.claim.Claims;
import org.claimgate.flow.PartnerDocuments.Handler;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/**
 * What would come of a document.
 *
 * @param json the results, in the order of the document; of a document that is sent, its text
 * @param issues of the document; for claims, also what intake would say of them
 */
public record Trial(JsonNode json, List<Issue> issues) {

    /** Of a document and a mapping. */
    static Trial of(DocumentMapping mapping, InputStream in, Guides guides, Clock clock) throws IOException {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        List<Issue> issues = new ArrayList<>();
        Function<ObjectNode, List<Issue>> intake = intake(mapping, guides, clock);
        mapping.read(in, new Handler() {

            @Override
            public void result(Origin origin, ObjectNode result) {
                results.add(result);
                intake.apply(result).forEach(issue -> issues.add(origin.of(issue)));
            }

            @Override
            public void refused(Origin origin, List<Issue> found) {
                found.forEach(issue -> issues.add(origin.of(issue)));
            }

            @Override
            public void issue(Issue issue) {
                issues.add(issue);
            }
        });
        return new Trial(results, issues);
    }

    private static Function<ObjectNode, List<Issue>> intake(DocumentMapping mapping, Guides guides, Clock clock) {
        if (mapping.becomes() != Kind.CLAIMS) {
            return result -> List.of();
        }
        Claims claims = new Claims(guides, clock);
        return result -> claims.check(result).issues();
    }

    /** As it is shown to people and kept in samples. */
    public String text() {
        return json.isTextual() ? json.textValue() : json.toPrettyString() + "\n";
    }

    public boolean hasErrors() {
        return issues.stream().anyMatch(Issue::isError);
    }
}
