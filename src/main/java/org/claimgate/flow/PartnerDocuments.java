package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimgate.guide.Issue;

/** The port to the mappings of what partners send beside HIPAA sets: reports and exports of their own. */
public interface PartnerDocuments {

    /** So many bytes of a file are enough to recognise it. */
    int BEGINNING = 1024;

    /** What a document becomes. */
    enum Kind {
        CLAIM_STATUSES,
        NOTICES,
        PAYMENTS,
        CLAIMS;

        /** As document.yaml names it: {@code claim-statuses}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One kind of document, and how it is read. Safe for concurrent use. */
    interface Mapping {

        /** The name of its folder. */
        String name();

        Kind becomes();

        /**
         * Reads a document. What breaks its form or the limits costs the whole of it: one issue and nothing else. What is wrong
         * with the result of one record costs that record.
         *
         * @throws IOException when the stream itself fails, or the thread is interrupted; nothing has been told then
         */
        void read(InputStream in, Handler handler) throws IOException;
    }

    /**
     * What a result was made of.
     *
     * @param record of the document, from 1
     * @param part which result of that record it is, from 1
     * @param content the record as it was read
     */
    record Origin(int record, int part, JsonNode content) {

        /** An issue of it, as it is told. */
        public Issue of(Issue issue) {
            return ofRecord(record, issue);
        }
    }

    /** An issue with the number of its record in the message. */
    static Issue ofRecord(int record, Issue issue) {
        String message = "record " + record + ": " + issue.message();
        return new Issue(issue.severity(), issue.code(), message, issue.place(), issue.pointer(), null)
                .withFix(issue.fix());
    }

    /** Receives what comes of a document, in its order. The messages of issues hold no value of the document. */
    interface Handler {

        /** @param result in the vocabulary of {@link Mapping#becomes()} */
        void result(Origin origin, ObjectNode result);

        /** What the mapping makes of a record is nothing of that vocabulary; {@link Origin#of} tells an issue with its record. */
        void refused(Origin origin, List<Issue> issues);

        /** The whole document is refused; the message names line and column. */
        void issue(Issue issue);
    }

    /** As much of a body as {@link #recognize} looks at. */
    static byte[] beginning(byte[] body) {
        return Arrays.copyOf(body, Math.min(body.length, BEGINNING));
    }

    /**
     * The mappings that a file fits, the one with most conditions first.
     *
     * @param partner id of the partner that it came from, or sender of claims
     * @param beginning its first {@link #BEGINNING} bytes, or all of a shorter one
     */
    Stream<Mapping> recognize(String partner, String fileName, byte[] beginning);
}
