package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
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

/** Which sets of an 835 file do not add up, which each of their payments tells: the file is read once for that alone. */
final class SetBalances implements DocumentHandler {

    private final Map<ObjectNode, Balance> off = new HashMap<>();
    private SetBalance current = new SetBalance();
    private ObjectNode place;

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

    /** Of several sets of the same numbers, that of one that does not add up. */
    Balance of(ObjectNode of) {
        return off.getOrDefault(of, Balance.EVEN);
    }

    @Override
    public void document(Guide guide, Document read) {
        if (guide.vocabulary().equals(Remittance.VOCABULARY)) {
            ObjectNode document = read.json(SetBalance.FIELDS);
            place = place(document);
            current.add(document);
        }
    }

    @Override
    public void setEnd(TransactionSet header) {
        Balance balance = current.result();
        if (!balance.isBalanced()) {
            off.put(place, balance);
        }
        current = new SetBalance();
    }

    @Override
    public void issue(Issue issue) {
        // Told when the file is read for what it says.
    }
}
