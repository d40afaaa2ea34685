package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.ledger.DurableFiles;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes payments into files for whoever posts them: one of each 835, or of each 5,000 payments of a larger one. A file appears
 * whole, under a name made of partner, content hash and first message; when the process dies before the payments are marked, the
 * same file is written again.
 */
public final class Posting {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HASH_LENGTH = 16;

    /** A file is made in memory. */
    private static final int MOST_PAYMENTS = 5_000;

    private final Ledger ledger;
    private final SentDocument document;
    private final Path folder;

    public Posting(Ledger ledger, SentDocument document, Path folder) {
        this.ledger = ledger;
        this.document = document;
        this.folder = folder;
    }

    /** Writes all that waits; answers how many files. */
    public int run() {
        int files = 0;
        while (ledger.inTransaction(this::writeNext)) {
            files++;
        }
        return files;
    }

    private boolean writeNext() {
        List<OutboxStore.Waiting> payments = ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, MOST_PAYMENTS);
        if (payments.isEmpty()) {
            return false;
        }
        List<JsonNode> messages = new ArrayList<>();
        payments.forEach(payment -> messages.add(json(payment.message())));
        String name = name(payments.get(0).message()) + "." + document.extension();
        write(name, bytes(name, messages));
        ledger.outbox().posted(payments);
        LOG.info("Wrote {} payments into {}", messages.size(), name);
        return true;
    }

    private byte[] bytes(String name, List<JsonNode> messages) {
        try {
            return document.write(messages);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The file " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The id of a message of a file is {@code file:<hash>:<ordinal>}. */
    private static String name(OutgoingMessage first) {
        String[] parts = first.duplicateId().split(":", -1);
        return first.partner() + "-" + parts[1].substring(0, HASH_LENGTH) + "-" + parts[2];
    }

    private static JsonNode json(OutgoingMessage message) {
        try {
            return JSON.readTree(message.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Message " + message.duplicateId() + " is not JSON");
        }
    }

    /** On the disk, and so is its name, when this returns: the payments are marked next. */
    private void write(String name, byte[] bytes) {
        Path part = folder.resolve("." + name + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(part, bytes);
            DurableFiles.publish(part, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be written", e);
        }
    }
}
