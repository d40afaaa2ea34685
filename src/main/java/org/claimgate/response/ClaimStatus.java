package org.claimgate.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One STC of a 277CA. Its up to three code triples (STC01, STC10, STC11) are one message: many codes mean something only
 * together with the second one.
 *
 * @param action STC03: WQ accept, U reject; empty where not given
 */
record ClaimStatus(String action, List<Code> codes) {

    private static final Set<String> ACCEPTING = Set.of("A0", "A1", "A2");
    private static final Set<String> REJECTING = Set.of("A3", "A4", "A5", "A6", "A7", "A8");

    /** Category, status and entity of one triple; entity is empty where not given. */
    record Code(String category, String status, String entity) {

        @Override
        public String toString() {
            return category + ":" + status + (entity.isEmpty() ? "" : ":" + entity);
        }
    }

    static List<ClaimStatus> of(JsonNode statuses, String list) {
        List<ClaimStatus> found = new ArrayList<>();
        for (JsonNode status : statuses) {
            List<Code> codes = new ArrayList<>();
            for (JsonNode code : status.path(list)) {
                codes.add(new Code(
                        Fields.text(code, "healthCareClaimStatusCategoryCode"),
                        Fields.text(code, "statusCode"),
                        Fields.text(code, "entityIdentifierCode")));
            }
            if (!codes.isEmpty()) {
                found.add(new ClaimStatus(Fields.text(status, "statusInformationActionCode"), codes));
            }
        }
        return found;
    }

    /** The category decides; the action code speaks where the category is unknown, or rejects what it accepted. */
    boolean rejects() {
        return codes.stream().anyMatch(code -> REJECTING.contains(code.category())) || action.equals("U");
    }

    boolean accepts() {
        return !rejects() && (ACCEPTING.contains(codes.get(0).category()) || action.equals("WQ"));
    }

    @Override
    public String toString() {
        return codes.stream().map(Code::toString).collect(Collectors.joining(" "));
    }
}
