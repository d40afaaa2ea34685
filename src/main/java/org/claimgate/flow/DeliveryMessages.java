package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.StoredInterchange;

/** Problem messages about partners, about files on their way out, and about files that never set out to us. */
public final class DeliveryMessages {

    private DeliveryMessages() {}

    /** The partner's server cannot be trusted: its routes have been stopped. */
    public static OutgoingMessage untrusted(String partner, Instant at) {
        ObjectNode data = data(
                partner,
                "SFTP:host-key",
                "The server shows a host key that is not the one pinned in the partner's profile."
                        + " Delivery and pick-up of this partner have stopped; nothing is lost.");
        return Messages.problem("partner:" + partner + ":host-key:" + at, at, partner, data);
    }

    static OutgoingMessage onHold(StoredInterchange interchange, Upload.Doubt why, Instant at) {
        ObjectNode data = ofInterchange(interchange, why.code(), "This interchange is on hold: " + why.words() + ".");
        String id = "interchange:" + interchange.id() + ":hold:" + interchange.attempt();
        return Messages.problem(id, at, interchange.fileName(), data);
    }

    /** The data of a problem with a file on its way out. */
    static ObjectNode ofInterchange(StoredInterchange interchange, String code, String message) {
        ObjectNode data = data(interchange.partner(), code, message);
        data.put("file", interchange.fileName());
        data.putObject("place").put("interchange", interchange.interchangeControlNumber());
        return data;
    }

    /** A file has the content of one that came before, and is not read. */
    static OutgoingMessage duplicate(InboxFile file, InboxFile first, Instant at) {
        ObjectNode data = data(
                file.partner(),
                "FILE:duplicate",
                "The same content came before, as %s of %s (file %d); it is not read again."
                        .formatted(RemoteFile.shown(first.name()), first.partner(), first.id()));
        data.put("file", RemoteFile.shown(file.name()));
        data.put("fileId", file.id());
        data.put("sha256", file.sha256());
        return Messages.problem("duplicate:" + file.id(), at, String.valueOf(file.id()), data);
    }

    static OutgoingMessage stranded(String partner, String name, String code, String why, Instant at) {
        ObjectNode data = data(partner, code, "A file stays in the partner's answer folder: " + why + ".");
        data.put("file", RemoteFile.shown(name));
        String hash = Hashes.sha256(name.getBytes(StandardCharsets.UTF_8));
        return Messages.problem("partner:" + partner + ":stranded:" + hash, at, partner, data);
    }

    private static ObjectNode data(String partner, String code, String message) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putNull("file");
        data.put("partner", partner);
        data.put("code", code);
        data.put("message", message);
        return data;
    }
}
