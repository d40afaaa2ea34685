package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.flow.Admission.Candidate;
import org.claimgate.flow.Admission.Made;
import org.claimgate.guide.Issue;

/** Claims that are handed in as a document which a mapping reads, such as an export in CSV. */
final class HandedInDocument implements PartnerDocuments.Handler {

    private final Handover handover;
    private final PartnerDocuments.Mapping mapping;
    private final Admission admission;
    private final List<Candidate> candidates = new ArrayList<>();

    HandedInDocument(Handover handover, PartnerDocuments.Mapping mapping, Admission admission) {
        this.handover = handover;
        this.mapping = mapping;
        this.admission = admission;
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
    public void result(int record, ObjectNode claim) {
        candidates.add(admission.judge(handover.sender(), new Made(next(), claim, claim, mapping.name())));
    }

    @Override
    public void issue(Issue issue) {
        candidates.add(admission.unreadable(handover, next(), issue));
    }

    private int next() {
        return candidates.size() + 1;
    }
}
