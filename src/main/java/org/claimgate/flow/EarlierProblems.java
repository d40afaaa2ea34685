package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutboxStore.Told;

/** The problems that earlier readings of a file told. Their number is bounded, as that of {@link Problems} is. */
final class EarlierProblems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1_000;

    private final Ledger ledger;
    private final InboxFile file;
    private Set<String> told;

    EarlierProblems(Ledger ledger, InboxFile file) {
        this.ledger = ledger;
        this.file = file;
    }

    /** Whether the same was told, at whatever time. Asked first before this reading tells anything. */
    boolean hold(ObjectNode problem) {
        if (file.readings() == 1) {
            return false;
        }
        if (told == null) {
            told = new HashSet<>();
            ledger.outbox().originals(Told.ofFile(file.id()), 0, MOST).forEach(this::remember);
        }
        return told.contains(timeless(problem));
    }

    private void remember(OutboxStore.Waiting earlier) {
        try {
            told.add(timeless(JSON.readTree(earlier.message().body()).path("data")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Message " + earlier.message().duplicateId() + " is not JSON", e);
        }
    }

    private static String timeless(JsonNode data) {
        return data.isObject() ? ((ObjectNode) data.deepCopy()).without("at").toString() : "";
    }
}
