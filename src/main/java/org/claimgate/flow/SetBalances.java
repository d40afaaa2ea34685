package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Issue;
import org.claimgate.response.Balance;
import org.claimgate.response.Remittance;
import org.claimgate.response.SetBalance;
import org.claimgate.x12.Limits;
import org.claimgate.x12.TransactionSet;

/** Whether the sets of an 835 file add up, which each of their payments tells: the file is read once for that alone. */
final class SetBalances implements DocumentHandler {

    private final Map<ObjectNode, SetBalance> sums = new HashMap<>();
    private final Set<ObjectNode> ended = new HashSet<>();
    private final Set<ObjectNode> ambiguous = new HashSet<>();
    private ObjectNode current;

    private SetBalances() {}

    static SetBalances of(Answering answering) {
        SetBalances balances = new SetBalances();
        try (InputStream in = answering.open()) {
            new DocumentReader(answering.guides(), Limits.USUAL).read(in, balances);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return balances;
    }

    /** Numbers of the interchange, group and set that a document stands in. */
    static ObjectNode place(ObjectNode document) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put(
                "interchange", document.at("/envelope/interchangeControlNumber").asText());
        place.put("group", document.at("/envelope/groupControlNumber").asText());
        place.put("set", document.at("/envelope/transactionSetControlNumber").asText());
        return place;
    }

    /** The balance of a set; empty when the file has several of the same numbers. */
    Optional<Balance> of(ObjectNode place) {
        return ambiguous.contains(place)
                ? Optional.empty()
                : Optional.ofNullable(sums.get(place)).map(SetBalance::result);
    }

    @Override
    public void document(Guide guide, Document read) {
        if (!guide.vocabulary().equals(Remittance.VOCABULARY)) {
            return;
        }
        ObjectNode document = read.json();
        current = place(document);
        if (ended.contains(current)) {
            ambiguous.add(current);
        }
        sums.computeIfAbsent(current, first -> new SetBalance()).add(document);
    }

    @Override
    public void setEnd(TransactionSet header) {
        if (current != null) {
            ended.add(current);
            current = null;
        }
    }

    @Override
    public void issue(Issue issue) {
        // Told when the file is read for what it says.
    }
}
