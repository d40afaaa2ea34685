package org.claimgate.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.claim.Claims;
import org.claimgate.flow.PartnerDocuments.Handler;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/**
 * What would come of a document.
 *
 * @param results in its order
 * @param issues of the document; for claims, also what intake would say of them
 */
public record Trial(ArrayNode results, List<Issue> issues) {

    public static Trial of(DocumentMapping mapping, InputStream in, Guides guides) throws IOException {
        Trial trial = new Trial(JsonNodeFactory.instance.arrayNode(), new ArrayList<>());
        Claims claims = new Claims(guides);
        mapping.read(in, new Handler() {

            @Override
            public void result(int record, ObjectNode result) {
                trial.results.add(result);
                if (mapping.becomes() == Kind.CLAIMS) {
                    claims.check(result).issues().forEach(issue -> trial.issues.add(ofRecord(record, issue)));
                }
            }

            @Override
            public void issue(Issue issue) {
                trial.issues.add(issue);
            }
        });
        return trial;
    }

    private static Issue ofRecord(int record, Issue issue) {
        return new Issue(
                issue.severity(),
                issue.code(),
                "record " + record + ": " + issue.message(),
                issue.place(),
                issue.pointer(),
                null);
    }

    public boolean hasErrors() {
        return issues.stream().anyMatch(Issue::isError);
    }
}
