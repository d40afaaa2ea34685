package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Issue;

/** Claims that are handed in as a document which a mapping reads. */
final class HandedInDocument implements PartnerDocuments.Handler {

    private final Handover handover;
    private final PartnerDocuments.Mapping mapping;
    private final Admission admission;
    private final RecordClaims claims;
    private final List<Candidate> candidates = new ArrayList<>();

    HandedInDocument(Handover handover, PartnerDocuments.Mapping mapping, Admission admission) {
        this.handover = handover;
        this.mapping = mapping;
        this.admission = admission;
        this.claims = new RecordClaims(admission, handover.sender(), mapping.name());
    }

    /** What is in it, in its order: claims, and what is wrong where there is none. */
    List<Candidate> candidates() {
        try {
            mapping.read(new ByteArrayInputStream(handover.body()), this);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return candidates;
    }

    @Override
    public void result(Origin origin, ObjectNode claim) {
        candidates.add(claims.judge(origin, claim));
    }

    @Override
    public void refused(Origin origin, List<Issue> issues) {
        candidates.add(claims.refuse(origin, issues));
    }

    @Override
    public void issue(Issue issue) {
        candidates.add(admission.unreadable(handover.sender(), 1, ContentHash.of(handover.body()), issue));
    }
}
