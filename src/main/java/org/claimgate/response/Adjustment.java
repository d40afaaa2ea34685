package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One adjustment of a payment (CAS), of the claim or of a line.
 *
 * @param loop 2100 of the claim, 2110 of a line
 * @param group CAS01
 * @param reason CAS02, 05, 08, 11, 14 or 17
 * @param pointer of the object that holds reason, amount and quantity
 */
record Adjustment(String loop, String group, String reason, String pointer) {

    /** Those of the claim and then those of its lines. */
    static List<Adjustment> in(JsonNode document) {
        List<Adjustment> all = new ArrayList<>();
        gather(document, "/claimAdjustments", "2100", all);
        for (int line = 0; line < document.path("serviceLines").size(); line++) {
            gather(document, "/serviceLines/" + line + "/serviceAdjustments", "2110", all);
        }
        return all;
    }

    private static void gather(JsonNode document, String groups, String loop, List<Adjustment> all) {
        for (int group = 0; group < document.at(groups).size(); group++) {
            String at = groups + "/" + group;
            String code = Fields.text(document.at(at), "claimAdjustmentGroupCode");
            for (int item = 0; item < document.at(at + "/adjustments").size(); item++) {
                String pointer = at + "/adjustments/" + item;
                all.add(new Adjustment(loop, code, Fields.text(document.at(pointer), "reason"), pointer));
            }
        }
    }
}
