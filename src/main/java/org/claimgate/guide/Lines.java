package org.claimgate.guide;

/** Adds each document to a text, as a line. */
final class Lines {

    private final JsonText text;
    private long documents;

    Lines(JsonText text) {
        this.text = text;
    }

    void document(Document document) {
        documents++;
        document.appendTo(text);
        text.add('\n');
    }

    long documents() {
        return documents;
    }
}
