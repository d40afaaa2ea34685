package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimgate.claim.Claims;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.response.Correction;
import org.claimgate.response.GroupAcknowledgment;
import org.claimgate.response.Outcome;
import org.claimgate.response.SetAcknowledgment;
import org.claimgate.response.SetAcknowledgment.ClaimIssue;

/**
 * 999: each AK2 speaks of the claims of a set, by GS06 and ST02; the AK9 at the end of the sets of the group that were not
 * named. Errors are led back to the field of the one claim that has them.
 */
final class SetAnswers implements AnswerKind {

    private static final String SEGMENT_ERRORS = "segmentErrors";

    private final Answering answering;
    private final InquiryAcknowledgments questions;
    private final Set<String> named = new HashSet<>();

    SetAnswers(Answering answering) {
        this.answering = answering;
        this.questions = new InquiryAcknowledgments(answering);
    }

    @Override
    public String vocabulary() {
        return SetAcknowledgment.VOCABULARY;
    }

    @Override
    public void handle(ObjectNode document) {
        if (SetAcknowledgment.isIn(document)) {
            set(SetAcknowledgment.of(document), document);
        }
        if (GroupAcknowledgment.isIn(document)) {
            group(GroupAcknowledgment.of(document), document);
        }
    }

    @Override
    public void end() {
        named.clear();
    }

    private void set(SetAcknowledgment answer, ObjectNode document) {
        named.add(group(document) + "/" + answer.set());
        List<StoredClaim> claims = answer.functionalIdentifier().equals(Claims.FUNCTIONAL_IDENTIFIER)
                ? answering.ledger().claims().ofSet(answering.partner(), answer.group(), answer.set())
                : List.of();
        if (claims.isEmpty()) {
            List<Issue> issues = new ArrayList<>(answer.outcome().issues());
            answer.issues(null, List.of()).forEach(found -> issues.add(found.issue()));
            if (isQuestion(answer, issues, document)) {
                return;
            }
            answering.unmatchedStatus(
                    "",
                    Finding.of(answer.outcome(), document)
                            .with(issues)
                            .naming("groupControlNumber", answer.group())
                            .naming("transactionSetControlNumber", answer.set()));
            return;
        }
        acknowledged(answer.group(), answer.set(), answer.outcome());
        List<ClaimIssue> found = issues(answer, claims);
        for (int i = 0; i < claims.size(); i++) {
            set(answer.outcome(), claims.get(i), i, found, document);
        }
    }

    /** A set of questions about claims: its verdict is recorded, and told where it turns them down. */
    private boolean isQuestion(SetAcknowledgment answer, List<Issue> issues, ObjectNode document) {
        boolean question =
                questions.group(answer.functionalIdentifier(), answer.group(), answer.outcome(), issues, document);
        if (question) {
            acknowledged(answer.group(), answer.set(), answer.outcome());
        }
        return question;
    }

    /** A claim hears of its own errors and of those that cannot be told apart, not of another patient's. */
    private void set(Outcome outcome, StoredClaim claim, int ordinal, List<ClaimIssue> found, ObjectNode document) {
        List<ClaimIssue> own =
                found.stream().filter(issue -> issue.mayConcern(ordinal)).toList();
        List<Issue> issues = new ArrayList<>(outcome.issues());
        own.forEach(issue -> issues.add(issue.issue()));
        List<Correction> fields = new ArrayList<>(answering.rejections().of(issues));
        own.stream()
                .filter(issue -> !issue.trigger().isEmpty())
                .forEach(issue -> fields.add(answering.rejections().trigger(issue.issue(), issue.trigger())));
        answering.status(
                claim,
                Finding.of(outcome, withErrors(document, own)).with(issues).correcting(fields));
    }

    /** The answer, with the segments in error that concern one claim. */
    private static ObjectNode withErrors(ObjectNode document, List<ClaimIssue> own) {
        ObjectNode answer = document.objectNode();
        answer.setAll(document);
        ArrayNode errors = answer.arrayNode();
        own.stream()
                .map(ClaimIssue::error)
                .distinct()
                .forEach(error -> errors.add(document.path(SEGMENT_ERRORS).path(error)));
        answer.remove(SEGMENT_ERRORS);
        if (!errors.isEmpty()) {
            answer.set(SEGMENT_ERRORS, errors);
        }
        return answer;
    }

    private void group(GroupAcknowledgment answer, ObjectNode document) {
        List<StoredClaim> claims = answer.functionalIdentifier().equals(Claims.FUNCTIONAL_IDENTIFIER)
                ? answering.ledger().claims().ofGroup(answering.partner(), answer.group())
                : List.of();
        Finding finding = Finding.of(answer.outcome(), document)
                .correcting(answering.rejections().of(answer.outcome().issues()));
        Set<String> unnamed = new HashSet<>();
        for (StoredClaim claim : claims) {
            if (!named.contains(group(document) + "/" + claim.position().setControlNumber())) {
                unnamed.add(claim.position().setControlNumber());
                answering.status(claim, finding);
            }
        }
        unnamed.forEach(set -> acknowledged(answer.group(), set, answer.outcome()));
        boolean setsNamed = named.stream().anyMatch(set -> set.startsWith(group(document) + "/"));
        if (claims.isEmpty() && !setsNamed && !isQuestion(answer, document)) {
            answering.unmatchedStatus("", finding.naming("groupControlNumber", answer.group()));
        }
    }

    private boolean isQuestion(GroupAcknowledgment answer, ObjectNode document) {
        return questions.group(
                answer.functionalIdentifier(),
                answer.group(),
                answer.outcome(),
                answer.outcome().issues(),
                document);
    }

    private void acknowledged(String group, String set, Outcome outcome) {
        answering.ledger().interchanges().setAcknowledged(answering.partner(), group, set, outcome.kind());
    }

    /** Without pointers, and not of one claim, where the content of claims has been removed. */
    private List<ClaimIssue> issues(SetAcknowledgment answer, List<StoredClaim> claims) {
        if (answer.errors().isEmpty()) {
            return List.of();
        }
        List<ObjectNode> written =
                answering.ledger().claims().writtenOfSet(answering.partner(), answer.group(), answer.set());
        Guide guide = written.isEmpty()
                ? null
                : answering.guides().forVocabulary(claims.get(0).vocabulary());
        return answer.issues(guide, written);
    }

    /** Which group is answered, in which 999: two of them in one file do not speak for each other. */
    private static String group(ObjectNode document) {
        return document.at("/envelope/groupControlNumber").asText() + "/"
                + document.at("/envelope/transactionSetControlNumber").asText() + "/"
                + document.at("/functionalGroup/groupControlNumber").asText();
    }
}
