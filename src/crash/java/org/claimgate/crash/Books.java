package org.claimgate.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimgate.camel.Queues;

/**
 * What was handed in, and what came of it: every claim has to be in one file at the clearinghouse, and every thing that is
 * to be told of it has to be told in one message.
 */
final class Books {

    private static final String OVERDUE = "OVERDUE_";
    private static final String ENDED = "_ENDED";

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final List<Received> messages = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final Set<Finding> known = new LinkedHashSet<>();
    private int questions;
    private long replays;

    void handedIn(Collection<Claim> handed) {
        handed.forEach(claim -> claims.put(claim.number(), claim));
    }

    void asked(int number) {
        questions += number;
    }

    /** All that has been told of a claim has to come once more. */
    void replayed(Claim claim) {
        String id = id(claim);
        replays += messages.stream()
                .filter(message -> message.claimId().equals(id) && !message.isReplay())
                .count();
    }

    void received(List<Received> taken) {
        messages.addAll(taken);
    }

    /** @param numbers patient control number of each payment in files */
    void posted(List<String> numbers) {
        payments.addAll(numbers);
    }

    int payments() {
        return payments.size();
    }

    int messages() {
        return messages.size();
    }

    int claims() {
        return claims.size();
    }

    /** The gateway's id of a claim, from what it has told of it. */
    String id(Claim claim) {
        return messages.stream()
                .filter(message -> message.number().equals(claim.number()))
                .findFirst()
                .orElseThrow()
                .claimId();
    }

    /** What is missing or too many now and was not when {@link #close} was called last. */
    Set<Finding> open(Dropped dropped) {
        Set<Finding> findings = new LinkedHashSet<>();
        count(findings, dropped.claims(), claims.keySet(), "in a file");
        dropped.interchanges().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((number, times) -> repeated(findings, times, "interchange " + number));
        exactly(findings, questions, dropped.questions(), "questions");
        exactly(findings, dropped.expectedAcknowledgments(), dropped.acknowledgments(), "acknowledgments");
        told(findings);
        count(findings, payments, toldOf(Claim.PAID), "in a file of payments");
        findings.removeAll(known);
        return findings;
    }

    /** Takes findings for what they are: they will not be waited for, nor counted again. */
    void close(Set<Finding> findings) {
        known.addAll(findings);
    }

    private void told(Set<Finding> findings) {
        exactly(findings, replays, messages.stream().filter(Received::isReplay).count(), "replays");
        List<Received> first = messages.stream()
                .filter(message -> !message.isAnsweredAgain() && !message.isReplay())
                .toList();
        Set<String> kinds = claims.values().stream()
                .flatMap(claim -> claim.kinds().stream())
                .collect(Collectors.toSet());
        for (String kind : kinds) {
            List<String> numbers = first.stream()
                    .filter(message -> message.kind().equals(kind))
                    .map(Received::number)
                    .toList();
            count(findings, numbers, toldOf(kind), "told " + kind);
        }
        stillOverdue(findings, first);
        messages.stream()
                .collect(Collectors.groupingBy(Received::id, Collectors.counting()))
                .forEach((id, times) -> repeated(findings, times, "message " + id));
        messages.stream()
                .filter(message ->
                        message.queue().equals(Queues.DEAD) || message.id().contains("problem"))
                .forEach(message -> findings.add(Finding.lost("message " + message.id() + " in " + message.queue())));
    }

    /** What an answer that has come was called before is to be taken back. */
    private void stillOverdue(Set<Finding> findings, List<Received> told) {
        Set<String> ended = told.stream()
                .filter(message -> message.kind().endsWith(ENDED))
                .map(message -> message.number() + " " + message.kind())
                .collect(Collectors.toSet());
        told.stream()
                .filter(message -> message.kind().startsWith(OVERDUE)
                        && !message.kind().endsWith(ENDED)
                        && !toldOf(message.kind()).contains(message.number()))
                .map(message -> message.number() + " " + message.kind() + ENDED)
                .filter(end -> !ended.contains(end))
                .forEach(end -> findings.add(Finding.lost(end)));
    }

    private Set<String> toldOf(String kind) {
        return claims.values().stream()
                .filter(claim -> claim.kinds().contains(kind))
                .map(Claim::number)
                .collect(Collectors.toSet());
    }

    private static void count(Set<Finding> findings, List<String> seen, Set<String> wanted, String what) {
        Map<String, Long> times =
                seen.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (String number : wanted) {
            exactly(findings, 1, times.getOrDefault(number, 0L), number + " " + what);
        }
    }

    private static void exactly(Set<Finding> findings, long wanted, long found, String what) {
        if (found < wanted) {
            findings.add(Finding.lost(what));
        } else if (found > wanted) {
            findings.add(Finding.duplicated(what));
        }
    }

    private static void repeated(Set<Finding> findings, long times, String what) {
        if (times > 1) {
            findings.add(Finding.duplicated(what));
        }
    }
}
