package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.guide.DocumentWriter;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Interchange;

/**
 * Reads a dropped file and answers it as a clearinghouse and the payers behind it would, each answer a file of its own: claims
 * (837) with TA1, 999, 277CA, reports of its own and 835 by the {@link Scenario} of each claim, questions about claims (276) with TA1, 999 and 277 by
 * what became of them. What a set is, it learns from its guide's vocabulary.
 */
final class Clearinghouse implements FileAnswerer {

    private final DropReader reader;
    private final Acknowledgments acknowledgments;
    private final ClaimAcknowledgments claimAcknowledgments;
    private final Remittances remittances;
    private final StatusAnswers statusAnswers;
    private final KnownClaims known;
    private final ControlNumbers numbers;
    private final Clock clock;

    Clearinghouse(Guides guides, ControlNumbers numbers, KnownClaims known, Clock clock) {
        this.reader = new DropReader(guides);
        this.acknowledgments = new Acknowledgments(guides);
        this.claimAcknowledgments = new ClaimAcknowledgments(guides);
        this.remittances = new Remittances(guides);
        this.statusAnswers = new StatusAnswers(guides, known);
        this.known = known;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no interchange in the file, so that there is nobody to answer */
    @Override
    public List<Answer> answer(byte[] file) throws IOException {
        List<ReceivedInterchange> interchanges = reader.read(file);
        if (interchanges.isEmpty()) {
            throw new IllegalArgumentException("The file holds no interchange");
        }
        List<Answer> answers = new ArrayList<>();
        for (ReceivedInterchange interchange : interchanges) {
            boolean acknowledgment =
                    interchange.isAcknowledgment(acknowledgments.setGuide().functionalIdentifier());
            if (!acknowledgment && !interchange.isSilent()) {
                answer(interchange, answers);
            }
        }
        return answers;
    }

    private void answer(ReceivedInterchange received, List<Answer> answers) throws IOException {
        Reply first = reply(received);
        answers.add(Answer.now(
                "TA1",
                write(
                        acknowledgments.interchangeGuide(),
                        List.of(acknowledgments.interchange(received, first)),
                        first)));
        if (received.rejection().isPresent()) {
            return;
        }
        Reply second = reply(received);
        answers.add(
                Answer.now("999", write(acknowledgments.setGuide(), acknowledgments.groups(received, second), second)));
        List<DecidedSet> decided = decide(received);
        Reply third = reply(received);
        List<ObjectNode> statuses = statuses(decided, third);
        if (!statuses.isEmpty()) {
            String interchange = received.header().controlNumber();
            answers.add(Answer.now("277CA", write(claimAcknowledgments.guide(), statuses, third)));
            answers.add(Answer.text("report", ClaimReport.of(decided, third, interchange)));
            answers.add(Answer.text("batches", BatchReport.of(decided, third, interchange)));
        }
        pay(received, decided, answers);
        tell(received, answers);
    }

    private List<DecidedSet> decide(ReceivedInterchange received) throws IOException {
        List<DecidedSet> decided = new ArrayList<>();
        for (ReceivedGroup group : received.groups()) {
            for (ReceivedSet set : group.acceptedSets()) {
                if (!set.claims().isEmpty() && !set.isSilent()) {
                    decided.add(new DecidedSet(set, decide(set)));
                }
            }
        }
        return decided;
    }

    /** What was decided on the claims of every set. */
    private List<ObjectNode> statuses(List<DecidedSet> decided, Reply reply) {
        List<ObjectNode> documents = new ArrayList<>();
        int ordinal = 1;
        for (DecidedSet set : decided) {
            List<ObjectNode> answers = claimAcknowledgments.answer(set, reply, ordinal);
            ordinal += answers.isEmpty() ? 0 : 1;
            documents.addAll(answers);
        }
        return documents;
    }

    private List<Decision> decide(ReceivedSet set) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        for (Claim claim : set.claims()) {
            Scenario scenario = set.scenario(claim);
            switch (scenario) {
                case SILENT, SET_REJECTED, BATCH_REJECTED -> {}
                case CLAIM_REJECTED, PART_REJECTED -> decisions.add(Decision.rejected(claim, scenario));
                default -> decisions.add(
                        Decision.accepted(claim, scenario, "PCN" + String.format("%09d", numbers.next("claim"))));
            }
        }
        return decisions;
    }

    private void pay(ReceivedInterchange received, List<DecidedSet> decided, List<Answer> answers) throws IOException {
        List<Decision> decisions =
                decided.stream().flatMap(set -> set.decisions().stream()).toList();
        String today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
        known.remember(decisions.stream()
                .map(decision -> KnownClaim.of(decision, today))
                .toList());
        List<Payment> payments = new ArrayList<>();
        List<Payment> corrections = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.accepted()) {
                Payment payment =
                        Adjudication.pay(decision.claim(), decision.scenario(), decision.payerControlNumber());
                payments.add(payment);
                if (decision.scenario() == Scenario.REVERSED) {
                    corrections.add(payment.reversed());
                    corrections.add(Adjudication.correct(decision.claim(), decision.payerControlNumber()));
                }
            }
        }
        if (!payments.isEmpty()) {
            answers.add(Answer.now("835", remittance(received, payments)));
        }
        if (!corrections.isEmpty()) {
            answers.add(Answer.later("835", remittance(received, corrections)));
        }
    }

    private byte[] remittance(ReceivedInterchange received, List<Payment> payments) throws IOException {
        Reply reply = reply(received);
        List<ObjectNode> documents = remittances.answer(payments, reply);
        known.settle(documents);
        return write(remittances.guide(), documents, reply);
    }

    /** What is asked about claims is answered by what is known of them by now. */
    private void tell(ReceivedInterchange received, List<Answer> answers) throws IOException {
        if (received.sets()
                .anyMatch(set -> !set.isRejected() && !set.questions().isEmpty())) {
            Reply reply = reply(received);
            answers.add(Answer.now("277", write(statusAnswers.guide(), statusAnswers.answer(received, reply), reply)));
        }
    }

    private Reply reply(ReceivedInterchange received) throws IOException {
        return Reply.to(received, numbers.next("interchange"), LocalDateTime.now(clock));
    }

    private static byte[] write(Guide guide, List<ObjectNode> documents, Reply reply) throws IOException {
        Interchange header = reply.interchange();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Issue> issues = new ArrayList<>();
        try (DocumentWriter writer = new DocumentWriter(out, header.delimiters(), "", null, issues::add)) {
            for (ObjectNode document : documents) {
                writer.write(guide, document);
            }
        }
        issues.stream().filter(Issue::isError).findFirst().ifPresent(issue -> {
            throw new IllegalStateException(
                    "Cannot write " + guide.id() + ": " + issue.code() + " at " + issue.pointer() + " ("
                            + issue.place().loop() + " " + issue.place().segment() + ")");
        });
        return out.toByteArray();
    }
}
