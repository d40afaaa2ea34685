package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.claim.Pointers;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;

/** Rows of the claim tables, as records. */
final class ClaimRows {

    /** Behind {@code claim}: how far it has come. */
    static final String WITH_STATE = " join claim_state on claim_state.claim = claim.id";

    static final String CLAIMS = "claim" + WITH_STATE;

    /** What {@link #claim} reads. */
    static final String COLUMNS = "id, sender, content_hash, vocabulary, partner, usage_indicator,"
            + " patient_control_number, payer_control_number, state, received_at, overdue, interchange, isa13, gs06, st02, bht03,"
            + " ordinal, replaces, replaced_by, sent_control_number";

    static StoredClaim claim(ResultSet row, int number) throws SQLException {
        return new StoredClaim(
                row.getString("id"),
                row.getString("sender"),
                row.getString("content_hash"),
                row.getString("vocabulary"),
                row.getString("partner"),
                row.getString("usage_indicator"),
                row.getString("patient_control_number"),
                either(row.getString("sent_control_number"), row.getString("patient_control_number")),
                row.getString("payer_control_number"),
                ClaimState.valueOf(row.getString("state")),
                Sql.instant(row, "received_at"),
                answers(row.getString("overdue")),
                position(row),
                row.getString("replaces"),
                row.getString("replaced_by"));
    }

    /** The first, or where it is null the second, which may be null. */
    static String either(String first, String second) {
        return first == null ? second : first;
    }

    private static Set<AwaitedAnswer> answers(String codes) {
        return codes.isEmpty()
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(AwaitedAnswer::of).collect(Collectors.toSet());
    }

    /** As the column {@code overdue} holds them. */
    static String codes(Set<AwaitedAnswer> answers) {
        return answers.stream().sorted().map(AwaitedAnswer::code).collect(Collectors.joining(","));
    }

    private static Position position(ResultSet row) throws SQLException {
        Long interchange = Sql.number(row, "interchange");
        return interchange == null
                ? null
                : new Position(
                        interchange,
                        row.getString("isa13"),
                        row.getString("gs06"),
                        row.getString("st02"),
                        row.getString("bht03"),
                        row.getInt("ordinal"));
    }

    static ClaimEvent event(ResultSet row, int number) throws SQLException {
        return new ClaimEvent(
                Sql.instant(row, "at"),
                ClaimState.valueOf(row.getString("state")),
                row.getString("kind"),
                Sql.number(row, "interchange"),
                Sql.number(row, "file"),
                row.getString("summary"),
                Sql.json(row.getString("detail"), ObjectNode.class));
    }

    /** As the column {@code moves} holds them; null for none. */
    static String moves(Pointers pointers) {
        if (pointers.moves().isEmpty()) {
            return null;
        }
        ObjectNode moves = JsonNodeFactory.instance.objectNode();
        pointers.moves().forEach(moves::put);
        return moves.toString();
    }

    static Pointers pointers(ObjectNode moves) {
        Map<String, String> texts = new HashMap<>();
        moves.fields()
                .forEachRemaining(
                        move -> texts.put(move.getKey(), move.getValue().asText()));
        return new Pointers(texts);
    }

    /** A refused claim may name anything. */
    static String usage(String usageIndicator) {
        return "P".equals(usageIndicator) || "T".equals(usageIndicator) ? usageIndicator : null;
    }

    private ClaimRows() {}
}
