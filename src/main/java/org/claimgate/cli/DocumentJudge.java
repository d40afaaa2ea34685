package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.claim.Destination;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * Judges the documents of a JSON file: claims as a billing system sends them, and documents with an envelope of any
 * guide, as they are read from X12. One object, an array, or JSON lines.
 */
final class DocumentJudge {

    private final Guides guides;
    private final Claims claims;
    private final Function<ObjectNode, Destination> destinations;

    /** @param destinations of canonical claims */
    DocumentJudge(Guides guides, Function<ObjectNode, Destination> destinations) {
        this.guides = guides;
        this.claims = new Claims(guides, Clock.systemUTC());
        this.destinations = destinations;
    }

    /** Hands out the documents one by one; throws only when the stream itself fails. */
    void judge(InputStream in, Consumer<JudgedDocument> documents) throws IOException {
        judge(in, ClaimReader.Lines.NONE, documents);
    }

    /** The same but for lines that are done with unjudged. */
    void judge(InputStream in, ClaimReader.Lines lines, Consumer<JudgedDocument> documents) throws IOException {
        ClaimReader.read(in, lines, item -> documents.accept(judge(item)));
    }

    private JudgedDocument judge(ClaimReader.Item item) {
        if (item.json() == null) {
            return new JudgedDocument(item.ordinal(), null, null, false, List.of(item.issue()));
        }
        return item.json().path(Envelope.FIELD).has("interchangeControlNumber")
                ? judgeAddressed(item.ordinal(), item.json())
                : judgeClaim(item.ordinal(), item.json());
    }

    private JudgedDocument judgeClaim(int ordinal, ObjectNode json) {
        Claims.Checked checked = claims.check(json, destinations);
        Guide guide = guides.forVocabulary(checked.vocabulary());
        return new JudgedDocument(ordinal, guide, checked.document(), false, checked.issues());
    }

    /** Only a claim can be judged alone; other sets say in one document what another one lacks, and show when written. */
    private static List<Issue> issues(Guide guide, ObjectNode json) {
        return Claims.areDocumentsOf(guide) ? guide.check(json) : List.of();
    }

    private JudgedDocument judgeAddressed(int ordinal, ObjectNode json) {
        String id = json.path(Envelope.FIELD).path("guide").asText();
        String set = json.path(Envelope.FIELD).path("transactionSet").asText();
        return guides.find(id, set)
                .map(guide -> new JudgedDocument(ordinal, guide, json, true, issues(guide, json)))
                .orElseGet(() -> {
                    String message = "expected a guide that is in mappings/x12, with its transaction set";
                    Issue issue = Issue.error("JSON:guide", message, Place.NOWHERE, "/envelope/guide", id);
                    return new JudgedDocument(ordinal, null, null, true, List.of(issue));
                });
    }
}
