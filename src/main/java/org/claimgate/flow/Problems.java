package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * What is wrong with a file. A fault of the envelope is a message of its own; what breaks the guide inside the sets of one
 * interchange is one message with the first of its issues. Messages are bounded however bad the file is.
 */
final class Problems {

    private static final int MESSAGES_PER_FILE = 100;
    private static final int ISSUES_PER_MESSAGE = 50;

    private final Answering answering;
    private final Set<String> told = new HashSet<>();
    private final List<Issue> content = new ArrayList<>();
    private int contentIssues;
    private boolean envelopeTold;
    private int messages;
    private int count;

    Problems(Answering answering) {
        this.answering = answering;
    }

    void add(Issue issue) {
        if (!issue.isError()) {
            return;
        }
        count++;
        if (issue.code().startsWith("IK3") || issue.code().startsWith("IK4")) {
            contentIssues++;
            if (content.size() < ISSUES_PER_MESSAGE) {
                content.add(issue);
            }
        } else if (told.add(issue.code() + (issue.place().equals(Place.NOWHERE) ? issue.message() : issue.place()))) {
            envelopeTold = true;
            tell(issue, issue.message(), null);
        }
    }

    /**
     * An interchange or the file has ended.
     *
     * @param refused its envelope is broken, so that what its sets lack is only a consequence
     */
    void flush(boolean refused) {
        if (contentIssues > 0 && !(refused && envelopeTold)) {
            String message = contentIssues == 1 ? "A segment" : contentIssues + " segments or elements";
            tell(content.get(0), message + (contentIssues == 1 ? " breaks" : " break") + " the guide", content);
        }
        content.clear();
        contentIssues = 0;
        envelopeTold = false;
    }

    /** Messages published. */
    int told() {
        return Math.min(messages, MESSAGES_PER_FILE);
    }

    /** Errors found, whether told or not. */
    int count() {
        return count;
    }

    private void tell(Issue issue, String message, List<Issue> issues) {
        messages++;
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.set("place", IssueJson.place(issue.place()));
        if (issues != null) {
            more.set("issues", IssueJson.array(issues));
        }
        if (messages < MESSAGES_PER_FILE) {
            answering.problem(issue.code(), message, more);
        } else if (messages == MESSAGES_PER_FILE) {
            answering.problem("FILE:more", "There are more problems in the file than are told", more);
        }
    }
}
