package org.claimgate.guide;

import java.io.IOException;
import java.io.InputStream;
import org.claimgate.x12.Limits;

/**
 * Reads any number of interchanges and hands out one JSON document per record: a claim (837), a payment (835), a
 * patient's claim status (277CA), an acknowledged set (999), a TA1. Fields of the loops around a record stand beside
 * it in the document. Where a loop around records holds something that no record carries (a batch refused as a whole
 * in a 277CA, the PLB of an 835, the AK9 of a 999), a document without a record carries it.
 *
 * <p>Memory does not grow with the file. Not safe for concurrent use.
 */
public final class DocumentReader {

    public DocumentReader(Guides guides, Limits limits) {
        throw new UnsupportedOperationException();
    }

    public void read(InputStream in, DocumentHandler handler) throws IOException {
        throw new UnsupportedOperationException();
    }
}
