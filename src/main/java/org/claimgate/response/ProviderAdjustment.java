package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Money of an 835 that belongs to no claim (PLB).
 *
 * @param provider PLB01
 * @param fiscalPeriodDate PLB02, yyyyMMdd
 * @param reason PLB03-1
 * @param reference PLB03-2: what it is about, by convention a claim or payment; empty where there is none
 * @param amount PLB04, positive where it lowers the payment; as received, when it is no number
 * @param effect on the payment
 */
public record ProviderAdjustment(
        String provider, String fiscalPeriodDate, String reason, String reference, String amount, Effect effect) {

    private static final String PROVIDERS = "providerAdjustments";
    private static final String ADJUSTMENTS = "adjustments";

    /** What an adjustment does to the payment. */
    public enum Effect {
        LOWERS,
        RAISES,
        /** The amount is zero, or no number. */
        NONE
    }

    /** Of a document for each adjustment: what is said of all, and that adjustment alone. */
    public static List<ObjectNode> apart(ObjectNode document) {
        List<ObjectNode> apart = new ArrayList<>();
        for (JsonNode provider : document.path(PROVIDERS)) {
            for (JsonNode adjustment : provider.path(ADJUSTMENTS)) {
                ObjectNode alone = document.objectNode().setAll(document);
                ObjectNode of = alone.putArray(PROVIDERS).addObject();
                of.setAll((ObjectNode) provider);
                of.putArray(ADJUSTMENTS).add(adjustment);
                apart.add(alone);
            }
        }
        return apart;
    }

    /** @param document one of {@link #apart} */
    public static ProviderAdjustment of(JsonNode document) {
        JsonNode provider = document.path(PROVIDERS).path(0);
        JsonNode adjustment = provider.path(ADJUSTMENTS).path(0);
        return new ProviderAdjustment(
                Fields.text(provider, "providerIdentifier"),
                Fields.text(provider, "fiscalPeriodDate"),
                Fields.text(adjustment, "adjustmentReasonCode"),
                Fields.text(adjustment, "providerAdjustmentIdentifier"),
                Fields.text(adjustment, "providerAdjustmentAmount"),
                effect(new Amounts(adjustment).at("/providerAdjustmentAmount")));
    }

    private static Effect effect(BigDecimal amount) {
        return switch (amount.signum()) {
            case 1 -> Effect.LOWERS;
            case -1 -> Effect.RAISES;
            default -> Effect.NONE;
        };
    }
}
