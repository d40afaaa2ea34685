package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.flow.OtherDocuments.Results;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Issue;

/** One document of a partner while it is read by a mapping. */
final class InboundDocument implements PartnerDocuments.Handler {

    private final Problems problems;
    private final Results results;
    private int found;

    InboundDocument(Answering answering, Results results) {
        this.problems = new Problems(answering);
        this.results = results;
    }

    @Override
    public void result(Origin origin, ObjectNode result) {
        found++;
        results.take(origin, result);
    }

    @Override
    public void refused(Origin origin, List<Issue> issues) {
        if (results.refuse(origin, issues)) {
            found++;
        } else {
            issues.forEach(issue -> problems.add(origin.of(issue)));
        }
    }

    @Override
    public void issue(Issue issue) {
        problems.add(issue);
    }

    /** A document without any record says nothing and is read nonetheless. */
    Reading end(String mapping) {
        results.end();
        return new Reading(
                found > 0 || problems.count() == 0,
                mapping + ": " + Reading.count(found, "result") + ", " + Reading.count(problems.told(), "problem"));
    }
}
