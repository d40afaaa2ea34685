package org.claimgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.response.Balance;
import org.claimgate.response.SetBalance;
import org.claimgate.x12.Limits;

/** Reads answer files as their receiver would; any issue in them fails the test. */
final class Answers {

    private final Map<String, List<ObjectNode>> documents = new LinkedHashMap<>();

    static Answers of(List<byte[]> files) throws IOException {
        Answers answers = new Answers();
        for (byte[] file : files) {
            answers.read(file);
        }
        return answers;
    }

    /** Without the reports. */
    static Answers inX12(List<Answer> files) throws IOException {
        return of(files.stream().filter(Answer::isX12).map(Answer::bytes).toList());
    }

    /** Vocabularies in the order in which they came. */
    List<String> kinds() {
        return List.copyOf(documents.keySet());
    }

    ObjectNode acknowledgedInterchange() {
        return documents.get("interchange-acknowledgment").get(0);
    }

    List<ObjectNode> acknowledgedSets() {
        return documents.get("implementation-acknowledgment");
    }

    List<ObjectNode> statuses() {
        return documents.getOrDefault("claim-acknowledgment", List.of());
    }

    /** Payments without the closing documents. */
    List<ObjectNode> payments() {
        return documents.getOrDefault("claim-payment", List.of()).stream()
                .filter(document -> document.has("claimPaymentInfo"))
                .toList();
    }

    List<ObjectNode> closingPayments() {
        return documents.getOrDefault("claim-payment", List.of()).stream()
                .filter(document -> !document.has("claimPaymentInfo"))
                .toList();
    }

    /** Line, claim and set, as the gateway's own reading of remittances sees it. */
    void assertBalanced() {
        Map<String, SetBalance> sets = new LinkedHashMap<>();
        for (ObjectNode document : documents.getOrDefault("claim-payment", List.of())) {
            assertThat(Balance.of(document).isBalanced())
                    .as("balance of %s", document)
                    .isTrue();
            String set = document.at("/envelope/interchangeControlNumber").asText()
                    + document.at("/envelope/transactionSetControlNumber").asText();
            sets.computeIfAbsent(set, ignored -> new SetBalance()).add(document);
        }
        assertThat(sets).isNotEmpty();
        sets.forEach((set, balance) -> assertThat(balance.result().isBalanced())
                .as("balance of set %s", set)
                .isTrue());
    }

    private void read(byte[] file) throws IOException {
        List<Issue> issues = new ArrayList<>();
        new DocumentReader(Drops.GUIDES, Limits.USUAL).read(new ByteArrayInputStream(file), new DocumentHandler() {
            @Override
            public void document(Guide guide, Document document) {
                documents
                        .computeIfAbsent(guide.vocabulary(), ignored -> new ArrayList<>())
                        .add(document.json());
            }

            @Override
            public void issue(Issue issue) {
                issues.add(issue);
            }
        });
        assertThat(issues).isEmpty();
    }
}
