package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.TransactionSet;

/** One file while it is read: gives each document to its kind, and gathers what is wrong. */
final class InboundFile implements ReadAhead.Handler {

    private final Refusals refusals;
    private final Map<String, AnswerKind> kinds;
    private final Problems problems;
    private int interchanges;
    private int groups;
    private int sets;
    private boolean inSet;
    private int documents;
    private int known;
    private int refused;

    InboundFile(Answering answering, Map<String, AnswerKind> kinds, Refusals refusals) {
        this.refusals = refusals;
        this.problems = new Problems(answering);
        this.kinds = kinds;
    }

    /** Every kind of answer that there is, by the vocabulary of its documents. */
    static Map<String, AnswerKind> kinds(Answering answering) {
        return List.of(
                        new InterchangeAnswers(answering),
                        new SetAnswers(answering),
                        new ClaimAnswers(answering),
                        new InquiryAnswers(answering),
                        new PaymentAnswers(answering))
                .stream()
                .collect(Collectors.toMap(AnswerKind::vocabulary, Function.identity()));
    }

    @Override
    public void interchange(Interchange header) {
        interchanges++;
        groups = 0;
    }

    @Override
    public void group(FunctionalGroup header) {
        groups++;
        sets = 0;
    }

    @Override
    public void set(TransactionSet header, Guide guide) {
        sets++;
        inSet = true;
        if (!refusals.interchange(interchanges) && isRefused()) {
            refused++;
        }
    }

    @Override
    public void document(Guide guide, ObjectNode document, String text) {
        if (isRefused()) {
            return;
        }
        AnswerKind kind = kinds.get(guide.vocabulary());
        if (kind == null) {
            problems.add(Issue.error(
                    "FILE:unexpected",
                    "A set of transaction " + guide.transactionSet() + " is not an answer to a claim",
                    place(document),
                    "",
                    null));
            return;
        }
        documents++;
        kind.handle(document, text);
    }

    @Override
    public void setEnd(TransactionSet header) {
        inSet = false;
    }

    /** A TA1 stands outside sets. */
    private boolean isRefused() {
        return refusals.interchange(interchanges) || (inSet && refusals.set(interchanges, groups, sets));
    }

    @Override
    public void issue(Issue issue) {
        problems.add(issue);
    }

    @Override
    public void interchangeEnd(Interchange header, boolean complete) {
        kinds.values().forEach(AnswerKind::end);
        Place number = new Place(header.controlNumber(), "", "", 0, "ISA", "", 13, 0);
        if (refusals.repeated(interchanges)) {
            problems.add(Issue.error("TA105:025", "The sender used this control number before", number, "", null));
        }
        if (refusals.known(interchanges)) {
            known++;
            problems.add(Issue.error("INTERCHANGE:known", "This interchange has been read before", number, "", null));
        }
        problems.flush(refusals.interchange(interchanges));
    }

    void end() {
        if (interchanges == 0 && problems.count() == 0) {
            problems.add(Issue.error("FILE:empty", "There is no interchange in the file", Place.NOWHERE, "", null));
        }
        problems.flush(false);
    }

    /** An interchange without any set says nothing and is read nonetheless, and so is a file of known ones. */
    boolean isReadable() {
        return documents > 0 || problems.count() == known;
    }

    String note() {
        return Reading.count(interchanges, "interchange") + ", " + Reading.count(documents, "answer") + ", "
                + Reading.count(problems.told(), "problem")
                + (refused == 0 ? "" : ", " + Reading.count(refused, "set") + " rejected");
    }

    private static Place place(ObjectNode document) {
        return new Place(
                document.at("/envelope/interchangeControlNumber").asText(),
                document.at("/envelope/groupControlNumber").asText(),
                document.at("/envelope/transactionSetControlNumber").asText(),
                1,
                "ST",
                "",
                0,
                0);
    }
}
