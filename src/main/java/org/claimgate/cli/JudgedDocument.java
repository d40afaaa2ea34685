package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;

/**
 * One document of a JSON file and everything that is wrong with it.
 *
 * @param ordinal its place in the file, from 1
 * @param guide what writes it; null when there is no document
 * @param document in canonical form; null when the file holds no JSON object there, or none that a guide knows
 * @param addressed whether it has an envelope of its own, with control numbers, as documents read from X12 have
 */
record JudgedDocument(int ordinal, Guide guide, ObjectNode document, boolean addressed, List<Issue> issues) {

    /** There is a document and no issue is an error. */
    boolean accepted() {
        return document != null && issues.stream().noneMatch(Issue::isError);
    }
}
