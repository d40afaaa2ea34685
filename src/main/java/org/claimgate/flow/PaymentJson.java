package org.claimgate.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.claimgate.response.Balance;
import org.claimgate.response.Balance.Level;
import org.claimgate.response.ExplainedCode;
import org.claimgate.response.LineMatch;
import org.claimgate.response.ProviderAdjustment;
import org.claimgate.response.Underpayment;

/** What payment messages tell beside the document of the 835, as JSON; docs/asyncapi.yaml describes it. */
final class PaymentJson {

    private PaymentJson() {}

    /**
     * Whether a payment and its lines add up, and whether the set does that it belongs to.
     *
     * @param set of level TRANSACTION alone
     */
    static ObjectNode balance(Balance payment, Balance set) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("balanced", payment.isBalanced())
                .put("line", payment.isBalanced(Level.LINE))
                .put("claim", payment.isBalanced(Level.CLAIM))
                .put("transaction", set.isBalanced());
        ArrayNode differences = json.putArray("differences");
        payment.differences().forEach(difference -> add(differences, difference));
        set.differences().forEach(difference -> add(differences, difference));
        if (!payment.unreadable().isEmpty()) {
            ArrayNode unreadable = json.putArray("unreadable");
            payment.unreadable().forEach(unreadable::add);
        }
        return json;
    }

    private static void add(ArrayNode differences, Balance.Difference difference) {
        differences
                .addObject()
                .put("level", word(difference.level()))
                .put("pointer", difference.pointer())
                .put("expected", difference.expected().toPlainString())
                .put("actual", difference.actual().toPlainString())
                .put("difference", difference.amount().toPlainString());
    }

    /** What a bank statement shows of the payment: TRN02, TRN03, BPR16 and BPR02, where given. */
    static ObjectNode reassociation(JsonNode document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, document, "/paymentAndRemitReassociationDetails", "checkOrEFTTraceNumber");
        put(json, document, "/paymentAndRemitReassociationDetails", "originatingCompanyIdentifier");
        put(json, document, "/financialInformation", "checkIssueOrEFTEffectiveDate");
        put(json, document, "/financialInformation", "totalActualProviderPaymentAmount");
        return json;
    }

    private static void put(ObjectNode json, JsonNode document, String around, String name) {
        JsonNode value = document.at(around).path(name);
        if (value.isTextual()) {
            json.set(name, value);
        }
    }

    static ArrayNode codes(List<ExplainedCode> codes) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ExplainedCode code : codes) {
            ArrayNode pointers = json.addObject()
                    .put("list", code.list())
                    .put("code", code.code())
                    .put("meaning", known(code.meaning()))
                    .putArray("pointers");
            code.pointers().forEach(pointers::add);
        }
        return json;
    }

    static ArrayNode lines(List<LineMatch> matches) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (LineMatch match : matches) {
            boolean found = match.by() != null;
            json.addObject()
                    .put("pointer", "/serviceLines/" + match.payment())
                    .put("claimPointer", found ? "/claimInformation/serviceLines/" + match.claim() : null)
                    .put("by", found ? match.by().name() : null);
        }
        return json;
    }

    static ObjectNode underpayment(Underpayment underpayment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("billed", underpayment.billed().toPlainString())
                .put("paid", underpayment.paid().toPlainString())
                .put(
                        "patientResponsibility",
                        underpayment.patientResponsibility().toPlainString())
                .put("earlierPayers", underpayment.earlierPayers().toPlainString())
                .put("difference", underpayment.difference().toPlainString());
    }

    static ObjectNode adjustment(ProviderAdjustment adjustment, BinaryOperator<String> meaning) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("providerIdentifier", adjustment.provider())
                .put("fiscalPeriodDate", adjustment.fiscalPeriodDate())
                .put("adjustmentReasonCode", adjustment.reason())
                .put("meaning", known(meaning.apply("provider-adjustment-reason", adjustment.reason())))
                .put("providerAdjustmentIdentifier", known(adjustment.reference()))
                .put("providerAdjustmentAmount", adjustment.amount())
                .put("effect", adjustment.effect().name());
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
