package org.claimgate.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fast way from JSON lines to X12, for documents as they are read from X12: text to segments without a tree. It takes what is
 * plain ({@link PlainJson}) and flawless, and leaves all else to the long way.
 */
public final class PlainLines {

    private final Guide guide;
    private final DocumentWriter writer;
    private final PlainJson json;
    private final List<Content> documents = new ArrayList<>();

    /**
     * @param guide of the documents; one of another is left
     * @param writer gets the documents
     */
    public PlainLines(Guide guide, DocumentWriter writer) {
        this.guide = guide;
        this.writer = writer;
        this.json = new PlainJson(guide.shape());
    }

    public Guide guide() {
        return guide;
    }

    /**
     * Writes the document of a line.
     *
     * @return false if nothing was written, and the line is to be read in another way
     */
    public boolean write(byte[] line, int from, int to) throws IOException {
        Content document = unused();
        return json.read(line, from, to, document)
                && guide.envelope().isAddressed(document, guide)
                && writer.writeFlawless(guide, document);
    }

    /** A document that nobody looks back at. */
    private Content unused() {
        for (Content document : documents) {
            if (document != json.before() && !writer.looksBackAt(document)) {
                document.scope.clear();
                return document;
            }
        }
        documents.add(new Scope(guide.shape()).root());
        return documents.get(documents.size() - 1);
    }
}
