package org.claimgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Removal;
import org.claimgate.ledger.StoredInterchange;

/** Files for programs, each with what people did to it: the answers of {@code GET /api/files/…} and {@code /api/deliveries/…}. */
final class FilesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FilesJson() {}

    static String received(List<InboxFile> files, Ledger ledger) {
        ArrayNode all = JSON.createArrayNode();
        for (InboxFile file : files) {
            ObjectNode one = all.addObject()
                    .put("id", file.id())
                    .put("name", file.name())
                    .put("partner", file.partner())
                    .put("state", file.state().name())
                    .put("note", file.note())
                    .put("bytes", file.size())
                    .put("sha256", file.sha256())
                    .put("fetchedAt", StatusJson.time(file.fetchedAt()))
                    .put("readAt", StatusJson.time(file.interpretedAt()))
                    .put("readings", file.readings());
            put(ledger.removals().ofFile(file.id()), one);
            put(ledger.acts().onFile(file.id()), one.putArray("acts"));
        }
        return all.toPrettyString();
    }

    static String sent(List<StoredInterchange> interchanges, Ledger ledger) {
        ArrayNode all = JSON.createArrayNode();
        for (StoredInterchange interchange : interchanges) {
            ObjectNode one = all.addObject()
                    .put("id", interchange.id())
                    .put("name", interchange.fileName())
                    .put("partner", interchange.partner())
                    .put("interchangeControlNumber", interchange.interchangeControlNumber())
                    .put("state", interchange.state().name())
                    .put("note", interchange.note())
                    .put("claims", interchange.claims())
                    .put("bytes", interchange.size())
                    .put("sha256", interchange.sha256())
                    .put("writtenAt", StatusJson.time(interchange.createdAt()))
                    .put("visibleAt", StatusJson.time(interchange.visibleAt()));
            put(ledger.removals().ofInterchange(interchange.id()), one);
            put(ledger.acts().onInterchange(interchange.id()), one.putArray("acts"));
        }
        return all.toPrettyString();
    }

    private static void put(Optional<Removal> removal, ObjectNode file) {
        removal.ifPresent(gone -> file.put("content", gone.words()));
    }

    static void put(List<Act> acts, ArrayNode into) {
        acts.forEach(act -> into.addObject()
                .put("at", StatusJson.time(act.at()))
                .put("who", act.who())
                .put("act", act.kind().name())
                .put("what", act.what())
                .put("reason", act.reason()));
    }
}
