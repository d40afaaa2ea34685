package org.claimgate.claim.edit;

import java.util.List;
import org.claimgate.guide.Issue;

/** Where a rule says what it found, at the field or part that is to be corrected. */
public final class Report {

    private final Edit edit;
    private final Severity severity;
    private final List<Issue> issues;

    Report(Edit edit, Severity severity, List<Issue> issues) {
        this.edit = edit;
        this.severity = severity;
        this.issues = issues;
    }

    /** @param details what the rule's message has {@code %s} for */
    public void at(Field field, Object... details) {
        issues.add(edit.issue(severity, field.pointer(), field.isThere() ? field.text() : null, details));
    }

    public void at(Part part, Object... details) {
        issues.add(edit.issue(severity, part.pointer(), null, details));
    }
}
