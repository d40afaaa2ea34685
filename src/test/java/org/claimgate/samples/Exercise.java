package org.claimgate.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.TransactionSet;

/**
 * What holds for any bytes at all, good or bad: nothing is thrown; what begins ends; what the reader gives, the writer
 * takes or refuses with an issue; what was read without an issue is written as the same segments. Throws an
 * {@link AssertionError} that says what did not hold.
 */
public final class Exercise {

    /** Documents of one file that are kept to be written. */
    private static final int KEPT = 2_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Guides guides;
    private final Claims claims;

    public Exercise(Guides guides) {
        this.guides = guides;
        this.claims = new Claims(guides, Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));
    }

    /** Reads bytes as a file of interchanges and writes what came out; the same segments, if there was no issue. */
    public void file(byte[] bytes) throws IOException {
        List<Issue> refused = new ArrayList<>();
        Found found = readSoundly(bytes);
        byte[] written = write(found.documents, refused);
        boolean refusing = refused.stream().anyMatch(Issue::isError);
        if (found.sound() && found.delimiters.stream().allMatch(Delimiters.USUAL::equals) && refusing) {
            throw new AssertionError("read without an issue, and not written: " + words(refused));
        }
        if (found.sound() && !refusing) {
            same("what is written again", SegmentList.of(bytes), SegmentList.of(written));
        }
    }

    /** Reads bytes as a file of interchanges and writes what came out, whatever it says. */
    public void survive(byte[] bytes) throws IOException {
        write(readSoundly(bytes).documents, new ArrayList<>());
    }

    private Found readSoundly(byte[] bytes) throws IOException {
        Found found = read(bytes);
        if (!found.open.isEmpty()) {
            throw new AssertionError("at the end of the file there are still open: " + found.open);
        }
        for (Kept document : found.documents) {
            same("a document behind its JSON", document.json, MAPPER.readTree(MAPPER.writeValueAsBytes(document.json)));
        }
        return found;
    }

    /** Reads bytes as claim JSON, checks the claims, and writes and reads those that are accepted. */
    public void claims(byte[] bytes) throws IOException {
        for (ClaimReader.Item item : ClaimReader.read(bytes)) {
            if (item.json() != null) {
                claim(claims.check(item.json()));
            }
        }
    }

    private void claim(Claims.Checked checked) throws IOException {
        if (!checked.accepted()) {
            return;
        }
        Guide guide = guides.forVocabulary(checked.vocabulary());
        ObjectNode claim = X12.addressed(checked.document(), guide);
        List<Issue> refused = new ArrayList<>();
        Found again = read(write(List.of(new Kept(guide, claim)), refused));
        if (refused.stream().anyMatch(Issue::isError) || !again.sound()) {
            throw new AssertionError("accepted, and not written or read: " + words(refused) + words(again.issues));
        }
        same("number of claims", 1, again.documents.size());
        same("an accepted claim behind its X12", bare(claim), bare(again.documents.get(0).json));
    }

    private Found read(byte[] bytes) throws IOException {
        Found found = new Found();
        new DocumentReader(guides, Limits.USUAL).read(new ByteArrayInputStream(bytes), found);
        return found;
    }

    private static byte[] write(List<Kept> documents, List<Issue> refused) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "", null, refused::add)) {
            for (Kept document : documents) {
                writer.write(document.guide, document.json);
            }
        }
        return out.toByteArray();
    }

    private static ObjectNode bare(ObjectNode document) {
        return document.deepCopy().without(Envelope.FIELD);
    }

    private static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + " differs: expected\n" + expected + "\nfound\n" + found);
        }
    }

    private static List<String> words(List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.code() + " " + issue.place() + issue.pointer() + " " + issue.message())
                .toList();
    }

    private record Kept(Guide guide, ObjectNode json) {}

    /** What the reader gave, and what is open. */
    private static final class Found implements DocumentHandler {

        private final List<Kept> documents = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private final List<Delimiters> delimiters = new ArrayList<>();
        private final Deque<Object> open = new ArrayDeque<>();
        private boolean whole = true;

        private boolean sound() {
            return whole && issues.stream().noneMatch(Issue::isError);
        }

        @Override
        public void interchange(Interchange header) {
            same("what an interchange begins inside of", List.of(), List.copyOf(open));
            open.push(header);
            delimiters.add(header.delimiters());
        }

        @Override
        public void group(FunctionalGroup header) {
            same("depth of a group", 1, open.size());
            open.push(header);
        }

        @Override
        public void set(TransactionSet header, Guide guide) {
            same("depth of a set", 2, open.size());
            open.push(header);
        }

        @Override
        public void document(Guide guide, Document document) {
            if (open.isEmpty()) {
                throw new AssertionError("a document outside of an interchange");
            }
            if (documents.size() < KEPT) {
                documents.add(new Kept(guide, document.json()));
            } else {
                whole = false;
            }
        }

        @Override
        public void issue(Issue issue) {
            issues.add(issue);
        }

        @Override
        public void setEnd(TransactionSet header) {
            same("the set that ends", open.poll(), header);
        }

        @Override
        public void groupEnd(FunctionalGroup header, String included) {
            same("the group that ends", open.poll(), header);
        }

        @Override
        public void interchangeEnd(Interchange header, boolean complete) {
            same("the interchange that ends", open.poll(), header);
            whole &= complete;
        }
    }
}
