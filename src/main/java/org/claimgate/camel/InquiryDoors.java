package org.claimgate.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.claimgate.flow.Handover;
import org.claimgate.flow.Inquiry;
import org.claimgate.flow.InquiryReceipt;

/** The doors that questions come in by, how far claims have come. The partner's answer is a status message, days later perhaps. */
final class InquiryDoors {

    private static final String ANYBODY = "default";

    private final Inquiry inquiry;

    InquiryDoors(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** A message; status messages say what is asked and what is not. */
    void queue(Exchange exchange) {
        Message message = exchange.getMessage();
        ask(exchange, ClaimDoors.body(message), "jms:" + message.getHeader("JMSMessageID", String.class), false);
        message.setBody(null);
    }

    /** A request. Answers 202, 422 when anything is not asked, 400 for no JSON, 415 for a compressed body. */
    void http(Exchange exchange) {
        Message message = exchange.getMessage();
        if (ClaimDoors.isEncoded(message)) {
            exchange.setProperty(ClaimDoors.PIECES, 0);
            ClaimDoors.answer(message, 415, ClaimDoors.ENCODED);
            return;
        }
        byte[] body = ClaimDoors.body(message);
        List<InquiryReceipt> receipts = ask(exchange, body, "http:" + exchange.getExchangeId(), true);
        ClaimDoors.answer(
                message,
                status(receipts),
                answer(receipts, ClaimDoors.isArray(body)).toString());
    }

    private List<InquiryReceipt> ask(Exchange exchange, byte[] body, String reference, boolean answered) {
        List<InquiryReceipt> receipts = inquiry.ask(new Handover(body, ANYBODY, reference, answered));
        exchange.setProperty(ClaimDoors.PIECES, receipts.size());
        return receipts;
    }

    private static int status(List<InquiryReceipt> receipts) {
        if (receipts.stream().noneMatch(InquiryReceipt::readable)) {
            return 400;
        }
        return receipts.stream().anyMatch(InquiryReceipt::refused) ? 422 : 202;
    }

    private static JsonNode answer(List<InquiryReceipt> receipts, boolean many) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        receipts.forEach(receipt -> answers.add(receipt.json()));
        return many || answers.size() != 1 ? answers : answers.get(0);
    }
}
