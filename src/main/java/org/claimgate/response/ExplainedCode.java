package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * A code of a payment with what it means.
 *
 * @param list name of the code list, such as {@code claim-adjustment-reason}
 * @param meaning short, in our own words; empty for a code that the list does not have
 * @param pointers where the code stands in the document
 */
public record ExplainedCode(String list, String code, String meaning, List<String> pointers) {

    private static final String EACH = "*";

    /** Where the documents of an 835 hold codes, by their lists in mappings/codes; {@code *} stands for every item. */
    private static final Map<String, List<String>> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("claim-payment-status", List.of("claimPaymentInfo/claimStatusCode"));
        PLACES.put(
                "claim-adjustment-group",
                List.of(
                        "claimAdjustments/*/claimAdjustmentGroupCode",
                        "serviceLines/*/serviceAdjustments/*/claimAdjustmentGroupCode"));
        PLACES.put(
                "claim-adjustment-reason",
                List.of(
                        "claimAdjustments/*/adjustments/*/reason",
                        "serviceLines/*/serviceAdjustments/*/adjustments/*/reason"));
        PLACES.put(
                "remittance-remark",
                List.of(
                        "inpatientAdjudication/claimPaymentRemarkCode1",
                        "inpatientAdjudication/claimPaymentRemarkCode2",
                        "inpatientAdjudication/claimPaymentRemarkCode3",
                        "inpatientAdjudication/claimPaymentRemarkCode4",
                        "inpatientAdjudication/claimPaymentRemarkCode5",
                        "outpatientAdjudication/claimPaymentRemarkCode1",
                        "outpatientAdjudication/claimPaymentRemarkCode2",
                        "outpatientAdjudication/claimPaymentRemarkCode3",
                        "outpatientAdjudication/claimPaymentRemarkCode4",
                        "outpatientAdjudication/claimPaymentRemarkCode5",
                        "serviceLines/*/healthCareCheckRemarkCodes/*/remarkCode"));
        PLACES.put("provider-adjustment-reason", List.of("providerAdjustments/*/adjustments/*/adjustmentReasonCode"));
    }

    public ExplainedCode {
        pointers = List.copyOf(pointers);
    }

    /**
     * The codes of a document of an 835, each once, list by list and in the order of the document.
     *
     * @param meaning of a code by a list, both given; empty for a code that the list does not have
     */
    public static List<ExplainedCode> in(JsonNode document, BinaryOperator<String> meaning) {
        List<ExplainedCode> explained = new ArrayList<>();
        PLACES.forEach((list, places) -> {
            Map<String, List<String>> pointers = new LinkedHashMap<>();
            places.forEach(place -> gather(document, "", place, pointers));
            pointers.forEach(
                    (code, where) -> explained.add(new ExplainedCode(list, code, meaning.apply(list, code), where)));
        });
        return explained;
    }

    private static void gather(JsonNode node, String pointer, String place, Map<String, List<String>> found) {
        if (place.isEmpty()) {
            if (!node.asText().isEmpty()) {
                found.computeIfAbsent(node.asText(), code -> new ArrayList<>()).add(pointer);
            }
            return;
        }
        int slash = place.indexOf('/');
        String step = slash < 0 ? place : place.substring(0, slash);
        String rest = slash < 0 ? "" : place.substring(slash + 1);
        if (!step.equals(EACH)) {
            gather(node.path(step), pointer + '/' + step, rest, found);
            return;
        }
        for (int item = 0; item < node.size(); item++) {
            gather(node.get(item), pointer + '/' + item, rest, found);
        }
    }
}
