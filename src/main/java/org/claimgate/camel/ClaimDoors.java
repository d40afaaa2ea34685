package org.claimgate.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.claimgate.flow.Failpoint;
import org.claimgate.flow.Handover;
import org.claimgate.flow.Intake;
import org.claimgate.flow.Receipt;
import org.claimgate.flow.RequestAnswer;
import org.claimgate.ledger.DurableFile;

/** The doors that claims come in by; each hands over to the same step and answers in its own way. */
final class ClaimDoors {

    /** Says how many claims an exchange was about. */
    static final String PIECES = "pieces";

    /** The folder that a handed-in file goes to. */
    static final String OUTCOME = "outcome";

    private static final String ANYBODY = "default";
    static final String ENCODED =
            "{\"error\": \"a body with Content-Encoding is not read; nothing was taken in, please send it uncompressed\"}";
    private static final int LONGEST_SENDER = 80;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");

    private final Intake intake;

    ClaimDoors(Intake intake) {
        this.intake = intake;
    }

    /**
     * A request; header {@code X-Claimgate-Sender} names the sender. Answers 202, 422 when any claim is refused, 400 for nothing
     * that can be read, 415 for a compressed body. With {@code validate=only} nothing is taken in, and 200 is in place of 202. With
     * {@code Idempotency-Key} the first answer to the same body is given again, and 422 to another.
     */
    void http(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.setProperty(PIECES, 0);
        String key = message.getHeader("Idempotency-Key", String.class);
        String mode = message.getHeader("validate", String.class);
        if (isEncoded(message)) {
            answer(message, 415, ENCODED);
        } else if (mode != null && !mode.equals("only")) {
            answer(message, 400, error("validate is 'only' or not there"));
        } else if (key != null && !KEY.matcher(key).matches()) {
            answer(message, 400, error("an Idempotency-Key has 1 to 255 visible ASCII characters"));
        } else {
            Handover handover = handover(exchange, message);
            RequestAnswer given = mode != null
                    ? answer(intake.validate(handover), handover, 200)
                    : key == null ? answer(accept(exchange, handover), handover, 202) : keyed(exchange, handover, key);
            answer(message, given.status(), given.body());
        }
    }

    private static Handover handover(Exchange exchange, Message message) {
        return new Handover(
                body(message),
                sender(message.getHeader("X-Claimgate-Sender", String.class)),
                "http:" + exchange.getExchangeId(),
                true);
    }

    private RequestAnswer keyed(Exchange exchange, Handover handover, String key) {
        return intake.accept(handover, key, receipts -> {
                    exchange.setProperty(PIECES, receipts.size());
                    return answer(receipts, handover, 202);
                })
                .orElseGet(() -> new RequestAnswer(422, error("this Idempotency-Key was used with another body")));
    }

    /** @param good status of claims of which none is refused */
    private static RequestAnswer answer(List<Receipt> receipts, Handover handover, int good) {
        return new RequestAnswer(
                status(receipts, good),
                answer(receipts, isArray(handover.body())).toString());
    }

    private static String error(String words) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("error", words + "; nothing was taken in")
                .toString();
    }

    static boolean isEncoded(Message message) {
        String encoding = message.getHeader(Exchange.CONTENT_ENCODING, "identity", String.class);
        return !encoding.strip().equalsIgnoreCase("identity");
    }

    static void answer(Message message, int status, String json) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json);
    }

    /** A file of the watched folder; the answer lies beside it afterwards. Its folder's name is not the sender's. */
    void folder(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Path file = Path.of(message.getHeader(Exchange.FILE_PATH, String.class));
        String name = file.getFileName().toString();
        String reference = "file:" + name + ":" + message.getHeader(Exchange.FILE_LAST_MODIFIED);
        List<Receipt> receipts = accept(exchange, new Handover(body(message), name, ANYBODY, reference, false));
        String outcome = receipts.stream().anyMatch(Receipt::refused) ? "refused" : "done";
        Path folder = file.resolveSibling(outcome);
        DurableFile.createFolder(folder);
        Path part = folder.resolve("." + name + ".answer.part");
        DurableFile.write(part, answer(receipts, true).toString().getBytes(StandardCharsets.UTF_8));
        DurableFile.rename(part, folder.resolve(name + ".answer.json"));
        Failpoint.INTAKE_ANSWERED.reached();
        exchange.setProperty(OUTCOME, outcome);
    }

    private List<Receipt> accept(Exchange exchange, Handover handover) {
        List<Receipt> receipts = intake.accept(handover);
        exchange.setProperty(PIECES, receipts.size());
        return receipts;
    }

    static byte[] body(Message message) {
        if (message.getBody() instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = message.getBody(byte[].class);
        return bytes == null ? new byte[0] : bytes;
    }

    static boolean isArray(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("[");
    }

    static String sender(String named) {
        if (named == null || named.isBlank()) {
            return ANYBODY;
        }
        String usual = UNUSUAL.matcher(named.strip()).replaceAll("_");
        return usual.substring(0, Math.min(usual.length(), LONGEST_SENDER));
    }

    private static int status(List<Receipt> receipts, int good) {
        if (!receipts.isEmpty() && receipts.stream().noneMatch(Receipt::readable)) {
            return 400;
        }
        return receipts.stream().anyMatch(Receipt::refused) ? 422 : good;
    }

    private static JsonNode answer(List<Receipt> receipts, boolean many) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        receipts.forEach(receipt -> answers.add(receipt.json()));
        return many || answers.size() != 1 ? answers : answers.get(0);
    }
}
