package org.claimgate.claim.edit.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.AMT.010",
        snip = Snip.CODES,
        status = {"A7:697", "A7:178"},
        field = "/…",
        message = "at most two decimals",
        source = "005010X222A1 and 005010X223A2, data element 782",
        received = false)
public final class MoneyHasTwoDecimals implements Check.OfClaim {

    private static final int DECIMALS = 2;

    @Override
    public void check(Claim claim, Report report) {
        look(claim.document(), report);
    }

    private static void look(Part part, Report report) {
        if (part.json().isArray()) {
            for (int i = 0; i < part.json().size(); i++) {
                look(new Part(part, Integer.toString(i), part.json().get(i)), report);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> entry : part.json().properties()) {
            if (entry.getValue().isContainerNode()) {
                look(part.part(entry.getKey()), report);
            } else if (isMoney(entry.getKey())) {
                Field amount = part.field(entry.getKey());
                BigDecimal number = amount.number();
                if (number != null && number.scale() > DECIMALS) {
                    report.at(amount);
                }
            }
        }
    }

    private static boolean isMoney(String name) {
        return name.contains("Amount") || name.endsWith("Price") || name.equals("amount");
    }
}
