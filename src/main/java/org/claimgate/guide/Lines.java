package org.claimgate.guide;

import java.util.function.Consumer;

/** Adds each document to a text, as a line. */
final class Lines {

    private final JsonText text;
    private final Consumer<Issue> issues;
    private long documents;

    Lines(JsonText text, Consumer<Issue> issues) {
        this.text = text;
        this.issues = issues;
    }

    void document(Document document) {
        documents++;
        document.appendTo(text);
        text.add('\n');
    }

    void issue(Issue issue) {
        issues.accept(issue);
    }

    long documents() {
        return documents;
    }
}
