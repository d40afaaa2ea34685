package org.claimgate.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.claimgate.claim.Claims;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** Whether what a mapping made is in the vocabulary that it should be in. */
@FunctionalInterface
interface ResultCheck {

    /** What is wrong, in words without a value, at which JSON pointer. */
    record Mistake(String expected, String pointer) {}

    List<Mistake> mistakes(ObjectNode result);

    /** The form of a claim is the same on every day. */
    Clock ANY_DAY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** That a claim lacks a field is for intake to say. */
    Set<String> OF_FORM = Set.of("JSON:type", "JSON:unknown");

    /**
     * Claims are held against the fields that there are and their types: whether a claim is good enough to be sent is for
     * intake to say, which judges all claims.
     */
    static ResultCheck of(Kind kind, Guides guides) {
        return switch (kind) {
            case CLAIM_STATUSES -> SchemaCheck.ofResource("claim-status.schema.json");
            case NOTICES -> SchemaCheck.ofResource("notice.schema.json");
            case PAYMENTS -> new SchemaCheck(
                    guides.forVocabulary("claim-payment").schema());
            case CLAIMS -> ofClaims(new Claims(guides, ANY_DAY));
        };
    }

    private static ResultCheck ofClaims(Claims claims) {
        return result -> claims.check(result).issues().stream()
                .filter(issue -> issue.isError() && OF_FORM.contains(issue.code()))
                .map(issue -> new Mistake(issue.message(), issue.pointer()))
                .toList();
    }

    /** The mistakes in a result, as issues. */
    default List<Issue> check(ObjectNode result) {
        return mistakes(result).stream()
                .map(mistake ->
                        Issue.error("DOCUMENT:mapping", mistake.expected(), Place.NOWHERE, mistake.pointer(), null))
                .toList();
    }
}
