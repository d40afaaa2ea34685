package org.claimgate.response;

import java.util.List;
import org.claimgate.guide.Issue;

/** One status of an answer that turns a claim down, and the fields that it speaks of. */
public record Complaint(Issue issue, List<Correction> corrections) {

    public Complaint {
        corrections = List.copyOf(corrections);
    }
}
