package org.claimgate.document;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.flow.PartnerDocuments;
import org.claimgate.flow.PartnerDocuments.Handler;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.guide.Guides;

/** A mapping that is compiled when it is first needed. */
final class LazyMapping implements PartnerDocuments.Mapping {

    private final Description description;
    private final Guides guides;
    private final Recognition.Question recognition;
    private DocumentMapping compiled;

    LazyMapping(Description description, Guides guides) {
        this.description = description;
        this.guides = guides;
        this.recognition = description.recognition().question();
    }

    Description description() {
        return description;
    }

    /** @param beginning in text */
    boolean recognizes(String sender, String fileName, String beginning) {
        return recognition.fits(sender, fileName, beginning);
    }

    synchronized DocumentMapping compiled() {
        if (compiled == null) {
            compiled = DocumentMapping.compile(description, guides);
        }
        return compiled;
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Kind becomes() {
        return description.becomes();
    }

    @Override
    public void read(InputStream in, Handler handler) throws IOException {
        compiled().read(in, handler);
    }
}
