package org.claimgate.claim.edit;

import java.util.List;
import org.claimgate.guide.Issue;

/** Where a rule says what it found, at the field or part that is to be corrected. */
public final class Report {

    private final Edit edit;
    private final Severity severity;
    private final Severity ofDoubt;
    private final List<Issue> issues;

    /** @param ofDoubt what becomes of claims of which the edit is not certain */
    Report(Edit edit, Severity severity, Severity ofDoubt, List<Issue> issues) {
        this.edit = edit;
        this.severity = severity;
        this.ofDoubt = ofDoubt;
        this.issues = issues;
    }

    /** @param details what the rule's message has {@code %s} for */
    public void at(Field field, Object... details) {
        issues.add(edit.issue(severity, field.pointer(), field.isThere() ? field.text() : null, details));
    }

    /** Where there is doubt, only warns, unless the partner says what the edit is to do; {@link Rule#doubt} has it in words. */
    public Report doubting(boolean doubt) {
        return doubt ? new Report(edit, ofDoubt, ofDoubt, issues) : this;
    }

    public void at(Part part, Object... details) {
        issues.add(edit.issue(severity, part.pointer(), null, details));
    }
}
