package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers know a service line of a claim by; texts are empty where the line says nothing.
 *
 * @param number its control number; without one, its number in the claim (LX01), which payers give back instead
 * @param date the day of service, or the first one
 */
record ClaimLine(String number, String procedure, String revenue, String date, BigDecimal charge) {

    /** @param lines of a claim in its canonical form */
    static List<ClaimLine> of(JsonNode lines) {
        List<ClaimLine> all = new ArrayList<>();
        for (JsonNode line : lines) {
            String kind = line.has("institutionalService") ? "institutionalService" : "professionalService";
            String professional = Fields.text(line, "providerControlNumber");
            String number = professional.isEmpty() ? Fields.text(line, "lineItemControlNumber") : professional;
            all.add(new ClaimLine(
                    number.isEmpty() ? String.valueOf(all.size() + 1) : number,
                    Fields.text(line, kind, "procedureCode"),
                    Fields.text(line, kind, "serviceLineRevenueCode"),
                    Fields.text(line, "serviceDate"),
                    new Amounts(line).at("/" + kind + "/lineItemChargeAmount")));
        }
        return all;
    }
}
