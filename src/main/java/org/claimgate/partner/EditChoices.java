package org.claimgate.partner;

import java.util.Map;
import org.claimgate.claim.edit.EditSettings;

/**
 * What a partner wants of the edits of claims.
 *
 * @param all for all its payers
 * @param byPayer what some of them want beyond and instead
 */
public record EditChoices(EditSettings all, Map<String, EditSettings> byPayer) {

    /** Of a partner that wants nothing special. */
    public static final EditChoices USUAL = new EditChoices(EditSettings.USUAL, Map.of());

    public EditChoices {
        byPayer = Map.copyOf(byPayer);
    }

    /** @param payer the claim's tradingPartnerServiceId; null where it has none */
    public EditSettings of(String payer) {
        EditSettings own = payer == null ? null : byPayer.get(payer);
        return own == null ? all : all.with(own);
    }
}
