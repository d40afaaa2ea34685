package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.partner.Partners;

/**
 * Plays a conversation: {@code >} lines go out, {@code <} lines come back, {@code =} lines say what must be so then. See
 * edi-samples/conversations/answers/README.md.
 */
final class Conversation {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Ledger ledger;
    private final SentClaims sent;
    private final Interpretation interpretation;
    private final Inquiry inquiry;
    private final List<JsonNode> messages = new ArrayList<>();
    private InboxFile file;
    private int files;
    private int asked;

    Conversation(Ledger ledger, Guides guides, Partners partners, OtherDocuments others) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        this.ledger = ledger;
        this.sent = new SentClaims(ledger, guides);
        this.inquiry = new Inquiry(ledger, partners, guides, clock);
        this.interpretation = new Interpretation(
                ledger, id -> Optional.empty(), guides, SentClaims.rejections(guides), others, clock);
    }

    /** What was expected and what was so, where they differ; one line each. */
    List<String> play(List<String> lines) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("> 837P ")) {
                sent.send(List.of(line.substring("> 837P ".length()).split(" ")));
            } else if (line.startsWith("> 276 ")) {
                ask(line.substring("> 276 ".length()).split(" "));
            } else if (line.startsWith("< ")) {
                List<String> content = new ArrayList<>();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("    ")) {
                    content.add(lines.get(++i).substring(4));
                }
                receive(line.substring(2), content);
            } else if (line.startsWith("= ")) {
                String actual = actual(line.substring(2)).strip();
                if (!actual.equals(line.substring(2).strip())) {
                    differences.add("line " + (i + 1) + ": expected " + line + " but found = " + actual);
                }
            }
        }
        return differences;
    }

    private void ask(String... patientControlNumbers) {
        StringBuilder questions = new StringBuilder();
        for (String number : patientControlNumbers) {
            String id = ledger.claims().byPatientControlNumber(number).get(0).id();
            questions.append("{\"claimId\": \"").append(id).append("\"}\n");
        }
        byte[] body = questions.toString().getBytes(StandardCharsets.US_ASCII);
        asked++;
        List<InquiryReceipt> receipts = inquiry.ask(new Handover(body, "test", "test:" + asked, true));
        if (receipts.stream().anyMatch(InquiryReceipt::refused)) {
            throw new IllegalStateException("the conversation's own question is refused: " + receipts);
        }
    }

    private void receive(String kind, List<String> content) {
        files++;
        if (kind.startsWith("file ")) {
            store(kind.substring("file ".length()), String.join("\n", content));
        } else {
            store("answer-" + files + ".x12", Answer.of(kind, files, content));
        }
        interpretation.run();
        file = ledger.inbox().find(file.id()).orElseThrow();
        messages.clear();
        ledger.inTransaction(() -> {
            List<OutboxStore.Waiting> waiting = ledger.outbox().lockUnpublished(1000);
            waiting.forEach(message -> messages.add(json(message.message().body())));
            ledger.outbox().published(waiting);
        });
    }

    private void store(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        file = ledger.inTransaction(() -> ledger.inbox()
                .store(
                        SentClaims.PARTNER,
                        name,
                        Instant.parse("2026-11-22T11:00:00Z").plusSeconds(files),
                        bytes));
    }

    /** The line as it should have been written. */
    private String actual(String line) {
        String[] words = line.strip().split(" ");
        return switch (words[0]) {
            case "file" -> "file " + file.state();
            case "messages" -> "messages " + messages.size();
            case "problem" -> "problem " + texts("/data/code", "org.claimgate.file.problem.v1");
            case "unmatched" -> "unmatched " + unmatched();
            case "payment" -> "payment " + words[1] + payment(words[1]);
            case "told" -> "told " + words[1] + " " + words[2] + told(words[1], "/data" + words[2]);
            default -> words[0] + claim(words[0]);
        };
    }

    /** What the messages of a claim, or of no claim, hold in a place. */
    private String told(String patientControlNumber, String pointer) {
        StringBuilder line = new StringBuilder();
        for (JsonNode message : messages) {
            JsonNode claim = message.at("/data/claimId");
            boolean of = patientControlNumber.equals("-")
                    ? claim.isNull()
                    : claim.asText()
                            .equals(ledger.claims()
                                    .byPatientControlNumber(patientControlNumber)
                                    .get(0)
                                    .id());
            if (of && !message.at(pointer).isMissingNode()) {
                line.append(' ').append(message.at(pointer).asText());
            }
        }
        return line.toString();
    }

    /** State, kind of the last event, and the pointers of the issues in the last message. */
    private String claim(String patientControlNumber) {
        StoredClaim claim =
                ledger.claims().byPatientControlNumber(patientControlNumber).get(0);
        List<ClaimEvent> events = ledger.claims().events(claim.id());
        StringBuilder line = new StringBuilder(" " + claim.state());
        line.append(' ').append(events.get(events.size() - 1).kind());
        for (JsonNode message : messages) {
            if (message.at("/data/claimId").asText().equals(claim.id())) {
                message.at("/data/issues").forEach(issue -> line.append(' ').append(told(issue)));
            }
        }
        return line.toString();
    }

    private static String told(JsonNode issue) {
        return issue.has("pointer")
                ? issue.path("pointer").asText()
                : issue.path("code").asText();
    }

    private String payment(String patientControlNumber) {
        StringBuilder line = new StringBuilder();
        for (JsonNode message : messages) {
            JsonNode data = message.path("data");
            if (data.has("payment")
                    && data.path("patientControlNumber").asText().equals(patientControlNumber)) {
                line.append(' ')
                        .append(data.at("/payment/claimPaymentInfo/claimPaymentAmount")
                                .asText());
                line.append(data.at("/balance/balanced").asBoolean() ? " balanced" : " unbalanced");
            }
        }
        return line.toString();
    }

    private String unmatched() {
        Set<String> found = new TreeSet<>();
        for (JsonNode message : messages) {
            if (message.at("/data/state").asText().equals(Messages.UNMATCHED)) {
                found.add(message.at("/data/kind").asText());
            }
        }
        return String.join(" ", found);
    }

    private String texts(String pointer, String type) {
        Set<String> found = new TreeSet<>();
        for (JsonNode message : messages) {
            if (message.path("type").asText().equals(type)) {
                found.add(message.at(pointer).asText());
            }
        }
        return String.join(" ", found);
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
